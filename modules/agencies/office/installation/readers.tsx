import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { Button } from '#platform/ui/actions/button.tsx'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { Section } from '#platform/ui/layout/page.tsx'
import { formatDay } from '#platform/ui/text/format.ts'
import type { AgencyCard } from '../../contract.ts'
import { installationMessages } from './messages.vi.ts'

const words = installationMessages.readers
type ReadersProps = { agencyId: string; readers: AgencyCard['readers']; onAdd: () => void }

/** Who reads an office that is closed: its own people have no seat in it any more. */
export function Readers({ agencyId, readers, onAdd }: ReadersProps) {
  return (
    <Section title={words.title}>
      <p className="secondary">{words.purpose}</p>
      <ul className="admin-list">
        {readers.map(reader => (
          <ReaderLine key={reader.seatId} agencyId={agencyId} reader={reader} />
        ))}
      </ul>
      <Button icon={IconPlus} onClick={onAdd}>
        {words.add}
      </Button>
    </Section>
  )
}

function ReaderLine({ agencyId, reader }: { agencyId: string; reader: AgencyCard['readers'][number] }) {
  const { seatId, fullName, from } = reader
  const end = useSend({ title: words.end, changes: ['/installation'] })
  const toast = useToast()
  async function endNow() {
    if (await end.send(`/installation/agencies/${agencyId}/readers/${seatId}/end`, {}))
      toast({ text: words.ended(fullName) })
  }
  return (
    <li>
      <div>
        <b>{fullName}</b>
        <p className="small secondary">{words.since(formatDay(from))}</p>
        {end.problem && <ProblemNote problem={end.problem} onAgain={end.again} />}
      </div>
      <Button small busy={end.sending} aria-label={words.endOf(fullName)} onClick={endNow}>
        {words.end}
      </Button>
    </li>
  )
}
