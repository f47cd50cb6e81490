import IconArrowUp from '@tabler/icons-react/icons/IconArrowUp'
import IconX from '@tabler/icons-react/icons/IconX'
import { Button } from '#platform/ui/actions/button.tsx'
import type { Uploads } from '#platform/ui/data/use-uploads.ts'
import { FileDrop } from '#platform/ui/forms/file-drop.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { formatSize } from '#platform/ui/text/format.ts'
import type { AnsweredUpload, EnteredFile } from './register-incoming-form.ts'
import { registerMessages as words } from './register-incoming-messages.vi.ts'

const roleChoices = (['annex', 'attachment'] as const).map(value => ({ value, label: words.roles[value] }))

/** Chooses the files of the paper; several photos at once come in the order in which they were chosen. */
export function PaperDrop({
  uploads,
  error,
  first,
}: {
  uploads: Uploads<AnsweredUpload>
  error: string | undefined
  first: boolean
}) {
  return (
    <FileDrop
      label={first ? words.chooseFile : words.addFile}
      hint={words.fileHint}
      name="file"
      error={error}
      uploads={uploads}
      accept={['.pdf', '.docx', '.jpg', '.jpeg', '.png']}
      multiple
    />
  )
}

/** The uploaded files in their order: the first is the document itself. */
export function PaperFiles({
  files,
  onChange,
}: {
  files: readonly EnteredFile[]
  onChange: (files: EnteredFile[]) => void
}) {
  const without = (at: number) => files.filter((_, other) => other !== at)
  return (
    <ol className="register-incoming-files" aria-label={words.files}>
      {files.map((file, at) => (
        <li key={file.id}>
          <span className="register-incoming-name">
            {file.name} <span className="meta">{formatSize(file.size)}</span>
          </span>
          {at === 0 || file.kept ? (
            <span className="meta">{at === 0 ? words.mainFile : words.roles[file.role]}</span>
          ) : (
            <>
              <SelectField
                className="register-incoming-role"
                label={words.fileRole(file.name)}
                value={file.role}
                choices={roleChoices}
                onChange={role => onChange(files.map(one => (one.id === file.id ? { ...one, role } : one)))}
              />
              <Button
                small
                look="plain"
                icon={IconArrowUp}
                aria-label={words.upLabel(file.name)}
                onClick={() => onChange(without(at).toSpliced(at - 1, 0, file))}
              >
                {words.up}
              </Button>
            </>
          )}
          {!file.kept && (
            <Button
              small
              look="plain"
              icon={IconX}
              aria-label={words.removeLabel(file.name)}
              onClick={() => onChange(without(at))}
            >
              {actLabels.remove}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
