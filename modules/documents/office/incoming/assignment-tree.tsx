import type { Assignment } from '#modules/assignments/contract.ts'
import { Tree, type TreeNode } from '#platform/ui/history/tree.tsx'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import { isOpen } from './act-plan.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.tree

/** Who gave what to whom, until when, and how far it is. */
export function AssignmentTree({ work }: { work: readonly Assignment[] }) {
  return <Tree label={words.title} nodes={nodesBelow(work, null)} />
}

const nodesBelow = (all: readonly Assignment[], parentId: string | null): TreeNode[] =>
  all
    .filter(one => one.parentId === parentId)
    .map((one, at, level) => ({
      id: one.id,
      name: <Piece one={one} same={at > 0 && one.text === level[0]!.text} />,
      end: <HowFar one={one} />,
      below: nodesBelow(all, one.id),
    }))

/** Who is only to know of it is asked for no result: he has read it or has not. */
function HowFar({ one }: { one: Assignment }) {
  const toRead = one.role === 'inform' && (isOpen(one) || one.state === 'done')
  if (!toRead) return <StateChip family="assignment" state={one.state} />
  return <StateChip family="reading" state={one.openedAt === null ? 'unread' : 'read'} />
}

/** @param same the words are those of the first of this level, and need not be read again */
function Piece({ one, same }: { one: Assignment; same: boolean }) {
  const facts = [
    giverOf(one),
    one.urgedCount > 0 && words.urged(one.urgedCount),
    one.extension && words.extension(one.extension.askedDueOn),
  ].filter(Boolean)
  return (
    <span>
      <b>{one.toName}</b>, {readerMessages.roles[one.role]}
      {one.dueOn && (
        <>
          {', '}
          <span className={isOpen(one) && one.officialState === 'overdue' ? 'text-red' : undefined}>
            {words.due(one.dueOn)}
          </span>
        </>
      )}
      <span className="meta incoming-reader-work">{facts.join(' · ')}</span>
      {one.text && !same && <span className="incoming-reader-said">{one.text}</span>}
      {one.result && (
        <span className="incoming-reader-said">
          <b>{words.result}</b> {one.result}
        </span>
      )}
      {one.returnReason && (
        <span className="incoming-reader-said">
          <b>{one.state === 'returned' ? words.returned : words.reason}</b> {one.returnReason}
        </span>
      )}
    </span>
  )
}

/** Whose decision a piece of work is; one that another typed in stands as the leader's. */
function giverOf({ enteredAs, onBehalfOfName, fromName }: Assignment): string {
  if (enteredAs === 'confirmed-proposal') return `${words.from(onBehalfOfName ?? fromName)} ${words.confirmed}`
  if (enteredAs === 'by-route') return words.byRoute
  if (!onBehalfOfName) return words.from(fromName)
  const how = enteredAs === 'from-paper' ? words.enteredBy : words.actedBy
  return `${words.from(onBehalfOfName)}, ${how(fromName)}`
}
