import { type ActFormProps, errorIn } from './act-form-props.ts'
import { KeptFiles } from './kept-files.tsx'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.form
const accepted = ['.pdf', '.docx', '.xlsx', '.jpg', '.jpeg', '.png']

/** Files that go with the document; its main file stays the one with which it was registered. */
export function AttachForm({ value, errors, onChange, onUploading }: ActFormProps) {
  return (
    <div className="form">
      <KeptFiles
        label={words.files}
        hint={words.filesHint}
        accept={accepted}
        most={20}
        error={errorIn(errors, 'files')}
        files={value.files}
        onChange={files => onChange({ files })}
        onUploading={onUploading}
      />
    </div>
  )
}
