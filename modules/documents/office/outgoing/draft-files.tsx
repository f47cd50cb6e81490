import IconFileText from '@tabler/icons-react/icons/IconFileText'
import IconX from '@tabler/icons-react/icons/IconX'
import { useUploads } from '#platform/ui/data/use-uploads.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { FileDrop } from '#platform/ui/forms/file-drop.tsx'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { formatSize } from '#platform/ui/text/format.ts'
import { draftMessages as words } from './draft-messages.vi.ts'
import { type DraftFile, type DraftValue, type FileRole, type UploadAnswer, uploadedFile } from './draft-value.ts'

type DraftFilesProps = {
  value: DraftValue
  /** Takes a function: several files may arrive before the form is drawn again. */
  onChange: (change: (value: DraftValue) => Partial<DraftValue>) => void
  fault: string | undefined
}

const accepted = ['.pdf', '.docx', '.jpg', '.jpeg', '.png']
const rolesOfUpload: readonly FileRole[] = ['main', 'source', 'annex', 'attachment']
const rolesBesideText: readonly FileRole[] = ['annex', 'attachment']

/** The files of a draft: sent one after the other, each with its part in it and its name, in the order of sending. */
export function DraftFiles({ value, onChange, fault }: DraftFilesProps) {
  const uploads = useUploads<UploadAnswer>((answer, upload) => {
    onChange(present => ({ files: [...present.files, uploadedFile(answer, present)] }))
    uploads.remove(upload.id)
  })
  const own = value.source === 'upload'
  const roles = own ? rolesOfUpload : rolesBesideText
  const shown = value.files.filter(file => roles.includes(file.role))
  const change = (file: DraftFile, changes: Partial<DraftFile>) =>
    onChange(present => ({
      files: present.files.map(one => (idOf(one) === idOf(file) ? { ...one, ...changes } : one)),
    }))
  return (
    <div className="stack">
      <FileDrop
        label={own ? words.files : words.annexes}
        hint={own ? words.filesHint : words.annexesHint}
        name={own ? 'content' : 'annexes'}
        error={fault}
        optional={!own}
        uploads={uploads}
        accept={accepted}
        multiple
      />
      {shown.length > 0 && (
        <ul className="draft-files">
          {shown.map(file => (
            <li key={idOf(file)}>
              <Icon of={IconFileText} />
              <span className="draft-file-name">
                <input
                  className="input"
                  value={file.title}
                  maxLength={200}
                  aria-label={words.fileTitle(file.name)}
                  readOnly={file.keptId !== ''}
                  onChange={event => change(file, { title: event.target.value })}
                />
                <span className="meta">
                  {[
                    file.name,
                    formatSize(file.size),
                    file.pages && words.filePages(file.pages),
                    file.keptId && words.kept,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {file.keptId ? (
                <span className="small">{words.fileRoles[file.role]}</span>
              ) : (
                <select
                  className="input"
                  aria-label={words.fileRole(file.name)}
                  value={file.role}
                  onChange={event => change(file, { role: event.target.value as FileRole })}
                >
                  {roles.map(role => (
                    <option key={role} value={role}>
                      {words.fileRoles[role]}
                    </option>
                  ))}
                </select>
              )}
              <button
                type="button"
                className="icon-button"
                aria-label={words.removeFile(file.name)}
                onClick={() => onChange(present => ({ files: present.files.filter(one => idOf(one) !== idOf(file)) }))}
              >
                <Icon of={IconX} small />
              </button>
            </li>
          ))}
        </ul>
      )}
      {own && shown.some(file => file.role === 'source') && !shown.some(file => file.role === 'main') && (
        <Note tone="amber">{words.wordOnly}</Note>
      )}
    </div>
  )
}

const idOf = (file: DraftFile): string => file.uploadId || file.keptId
