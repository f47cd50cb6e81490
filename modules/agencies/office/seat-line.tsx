import { roleNames } from '#lib/roles/index.ts'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { useSession } from '#platform/ui/data/session.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { dayOf, formatDay, spokenTitle } from '#platform/ui/text/format.ts'
import { agencyMessages } from './messages.vi.ts'
import type { Listed } from './people.tsx'

const words = agencyMessages.people
export type SeatAct = 'second' | 'correct' | 'end' | 'reset' | 'unlock'

type SeatLineProps = { seat: Listed; onAct: (act: Exclude<SeatAct, 'unlock'>) => void }

/** One seat, and behind a word what the administrator may do with it. */
export function SeatLine({ seat, onAct }: SeatLineProps) {
  const { fullName, title, role, unitName, login, mustChangePassword, validFrom, validTo } = seat
  const unlock = useSend({ title: words.unlock, changes: ['/seats'] })
  const toast = useToast()
  const ended = validTo !== null && validTo <= dayOf(new Date())
  const own = useSession().person.id === seat.personId
  const acts = (ended ? [] : ['second', 'correct', 'end', ...(own ? [] : ['reset'])]) as readonly Exclude<
    SeatAct,
    'unlock'
  >[]

  async function openLogin() {
    if (await unlock.send(`/seats/${seat.id}/unlock`, {})) toast({ text: words.unlocked(fullName) })
  }
  return (
    <li>
      <div>
        <b>{fullName}</b>, {spokenTitle(title)}
        <p className="small secondary">{[unitName, roleNames[role]].join(' · ')}</p>
        <p className="meta">
          {[login && words.login(login), words.since(formatDay(validFrom)), validTo && words.until(formatDay(validTo))]
            .filter(Boolean)
            .join(' · ')}
          {mustChangePassword && <span className="text-amber"> · {words.mustChange}</span>}
        </p>
        {unlock.problem && <ProblemNote problem={unlock.problem} onAgain={unlock.again} />}
      </div>
      <Menu
        label={
          <>
            {words.acts}
            <span className="visually-hidden">: {words.actsOf(fullName)}</span>
          </>
        }
      >
        {acts.map(act => (
          <button key={act} type="button" className={act === 'end' ? 'danger' : undefined} onClick={() => onAct(act)}>
            {words[act]}
          </button>
        ))}
        {!ended && (
          <button type="button" onClick={openLogin}>
            {words.unlock}
          </button>
        )}
        {own && <SeatLink to="account">{words.ownPassword}</SeatLink>}
        <SeatLink to={`hand-over/${seat.id}`}>{words.handOver}</SeatLink>
      </Menu>
    </li>
  )
}
