import IconBell from '@tabler/icons-react/icons/IconBell'
import { Button } from '#platform/ui/actions/button.tsx'
import { useList } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { ListView } from '#platform/ui/feedback/resource-view.tsx'
import { DataRow, Rows } from '#platform/ui/layout/data-row.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import type { NoticeFacts } from '#platform/ui/screens/screen.ts'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { formatMoment } from '#platform/ui/text/format.ts'
import { officeMessages } from '../messages.vi.ts'
import { officeModules } from '../modules.ts'

type Notice = NoticeFacts & {
  readonly id: string
  readonly createdAt: string
  readonly readAt: string | null
}

const words = officeMessages.notices

/** What changed lately for this seat; each line opens what it speaks of. */
export default function Notices() {
  const notices = useList<Notice>('/notices', { live: ['notice'], onLive: 'offer' })
  const read = useSend({ title: words.marking, changes: ['/notices'] })
  const newest = notices.data?.at(0)
  const anyUnread = notices.data?.some(notice => notice.readAt === null)
  useTitle(words.title)
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      actions={
        newest &&
        anyUnread && (
          <Button busy={read.sending} onClick={() => read.send('/notices/read-all', { until: newest.createdAt })}>
            {words.markRead}
          </Button>
        )
      }
    >
      {read.problem && <ProblemNote problem={read.problem} onAgain={read.again} />}
      <ListView
        list={notices}
        things={words.things}
        empty={
          <EmptyState icon={IconBell} title={words.none}>
            {words.noneWhy}
          </EmptyState>
        }
      >
        {items => (
          <Rows kind="plain" label={words.title}>
            {items.map(notice => (
              <NoticeRow
                key={notice.id}
                notice={notice}
                onOpen={() => read.send('/notices/read', { ids: [notice.id] })}
              />
            ))}
          </Rows>
        )}
      </ListView>
    </Page>
  )
}

function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const shown = wordsOf(notice)
  if (!shown) return null
  return (
    <DataRow
      subject={shown.text}
      to={shown.to}
      unread={notice.readAt === null}
      onOpen={notice.readAt === null ? onOpen : undefined}
      facts={[shown.note, formatMoment(notice.createdAt)]}
    />
  )
}

/** The module that sent a notice knows its words. */
function wordsOf(notice: Notice) {
  for (const module of officeModules) {
    const shown = module.notices?.(notice)
    if (shown) return shown
  }
  return undefined
}
