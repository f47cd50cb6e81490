import type { ReactNode } from 'react'
import { Button } from '../actions/button.tsx'
import type { ListResource, Resource } from '../data/use-resource.ts'
import { kitMessages } from '../text/messages.vi.ts'
import { ErrorState, ProblemNote } from './error-state.tsx'
import { Loading } from './loading.tsx'

type ResourceViewProps<Data> = {
  resource: Resource<Data>
  /** What is awaited, for the sentence after three seconds. */
  sentence?: string
  children: (data: Data) => ReactNode
}

/** Waiting, failed or there: every screen shows the three alike. What was read before stays in sight when a refresh fails. */
export function ResourceView<Data>({ resource, sentence, children }: ResourceViewProps<Data>) {
  const { data, problem, reload } = resource
  if (data !== undefined)
    return (
      <>
        {problem && <ProblemNote problem={problem} onAgain={reload} />}
        {children(data)}
      </>
    )
  if (problem) return <ErrorState problem={problem} onAgain={reload} />
  return <Loading {...(sentence ? { sentence } : {})} onReload={reload} />
}

type ListViewProps<Item> = {
  list: ListResource<Item>
  /** Plural words for "Có 2 … mới": "văn bản". */
  things: string
  empty: ReactNode
  children: (items: readonly Item[]) => ReactNode
}

/** A list with its offer of new rows above and "Xem thêm" below. */
export function ListView<Item>({ list, things, empty, children }: ListViewProps<Item>) {
  return (
    <>
      <div role="status">
        {list.news > 0 && (
          <div className="news-line">
            <Button small onClick={list.showNews}>
              {kitMessages.news(list.news, things)}
            </Button>
          </div>
        )}
      </div>
      <ResourceView resource={list}>
        {items =>
          items.length === 0 ? (
            empty
          ) : (
            <>
              {children(items)}
              {list.hasMore && (
                <div className="list-end">
                  <Button busy={list.loadingMore} onClick={list.more}>
                    {list.loadingMore ? kitMessages.loading.list : kitMessages.more}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </ResourceView>
    </>
  )
}
