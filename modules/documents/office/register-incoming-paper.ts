import { useEffect, useMemo, useState } from 'react'
import type { Draft } from '#platform/ui/data/use-draft.ts'
import { useUploads } from '#platform/ui/data/use-uploads.ts'
import { dayOf } from '#platform/ui/text/format.ts'
import type { PageMark } from './document-pane-marks.tsx'
import { type AnsweredUpload, type EnteredFile, type Form, urgencyCodes, withFile } from './register-incoming-form.ts'
import { issuerOf, useFindIssuer } from './register-incoming-issuer.tsx'
import { registerMessages as words } from './register-incoming-messages.vi.ts'
import { meetingFields, type ReadField, type ReadValues, readFields } from './register-incoming-proposals.ts'
import { useDueDate } from './register-incoming-registers.ts'

type Reading = typeof import('./register-incoming-reading.ts')
/** What reads a first page is fetched with the first page: the form opens without it. */
const fetchReading = (): Promise<Reading | undefined> => import('./register-incoming-reading.ts').catch(() => undefined)

/** What is put into its field as it was read; issuer and urgency are looked up first. */
const proposedAsRead = ['notation', 'issuedOn', 'typeCode', 'subject', 'signerName', ...meetingFields] as const
const nothingRead: ReadValues = {}

/** The scan of the form: its files, what was read on its first page, and where. */
export function usePaper(draft: Draft<Form>) {
  const { value: form, change } = draft
  const findIssuer = useFindIssuer()
  const main = form.files[0]
  const isInvitation = form.typeCode === 'giay-moi'
  const [reading, setReading] = useState<Reading>()
  const hasPage = main?.firstPage !== undefined && main.firstPage !== null
  useEffect(() => {
    if (hasPage && !reading) void fetchReading().then(found => found && setReading(() => found))
  }, [hasPage, reading])
  const read = useMemo(() => ofType(readBy(reading, main), isInvitation), [reading, main, isInvitation])
  const named = useMemo(() => {
    const number = Object.keys(read).length + 1
    const today = dayOf(new Date())
    const days = { issuedOn: form.issuedOn || today, today }
    return main?.firstPage ? reading?.readDeadline(main.firstPage, days, number) : undefined
  }, [reading, main, read, form.issuedOn])
  const { dueOn } = useDueDate(named && { [named.before ? 'before' : 'until']: named.on })
  const deadline = useMemo(() => (named && dueOn ? { ...named, on: dueOn } : undefined), [named, dueOn])

  const uploads = useUploads<AnsweredUpload>((answer, { id }) => {
    uploads.remove(id)
    const files = withFile(form.files, answer)
    change({ files })
    if (files.length === 1) void propose(files[0], form.settled)
  })

  /** Fills in what was read and nobody has settled; it counts once somebody says it is right. */
  async function propose(file: EnteredFile | undefined, settled: readonly ReadField[]) {
    const found = readBy(await fetchReading(), file)
    const open = (field: ReadField) => (settled.includes(field) ? undefined : found[field]?.value)
    const urgency = urgencyCodes.find(code => code === open('urgency'))
    const proposed: Partial<Form> = {}
    for (const field of proposedAsRead) {
      const value = open(field)
      if (value !== undefined) proposed[field] = value
    }
    change({ ...proposed, ...(urgency && { urgency }) })
    const capitals = open('issuer')
    if (!capitals) return
    // Without the directory the name alone is proposed.
    const bodies = await findIssuer(capitals, AbortSignal.timeout(10_000)).catch(() => [])
    change(({ settled: now }) => (now.includes('issuer') ? {} : issuerOf(capitals, bodies)))
  }

  /** Another file becomes the document itself: what was confirmed on the one before does not hold for it. */
  function arrange(files: EnteredFile[]) {
    if (files[0]?.id === main?.id) return change({ files })
    change({ files, settled: [] })
    void propose(files[0], [])
  }

  const marks: PageMark[] = readFields.flatMap(field => {
    const value = read[field]
    if (!value) return []
    return [{ ...value, label: words.fields[field], confirmed: form.settled.includes(field) }]
  })
  if (deadline) marks.push({ ...deadline, label: words.fields.dueOn, confirmed: form.dueOn === deadline.on })
  const fieldAt = (number: number) => readFields.find(field => read[field]?.number === number) ?? 'dueOn'
  return { main, read, deadline, uploads, arrange, marks, fieldAt }
}

/** A paper that is no invitation after all has no meeting. */
function ofType(read: ReadValues, isInvitation: boolean): ReadValues {
  if (isInvitation) return read
  const meeting: readonly string[] = meetingFields
  return Object.fromEntries(Object.entries(read).filter(([field]) => !meeting.includes(field)))
}

const readBy = (reading: Reading | undefined, file: EnteredFile | undefined): ReadValues =>
  reading && file?.firstPage ? reading.readFirstPage(file.firstPage, file.pages) : nothingRead
