import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '../actions/button.tsx'
import type { ListResource } from '../data/use-resource.ts'
import { EmptyState } from '../feedback/empty-state.tsx'
import { type Help, useHelp } from '../feedback/help.tsx'
import { ListView } from '../feedback/resource-view.tsx'
import type { IconShape } from '../icons/icon-shape.ts'
import { useTitle } from '../screens/use-address.ts'
import { Page } from './page.tsx'

type AdminListProps<Item> = {
  words: {
    readonly title: string
    readonly purpose: string
    /** The button that opens the form of a new one. */
    readonly add: string
    readonly things: string
    readonly none: string
    readonly noneWhy: string
    readonly help?: Help
  }
  /** Where the list is reached from; nothing for one that stands in the menu. */
  back?: { readonly to: string; readonly label: string }
  icon: IconShape
  list: ListResource<Item>
  /** Opens the form of a new one; none where that form stands above the list. */
  onAdd?: () => void
  /** What narrows the list, or adds to it. */
  above?: ReactNode
  /** One {@link AdminLine} of each. */
  line: (item: Item) => ReactNode
}

/** A screen on which an office keeps a list of its own: what is there, what each line can be, and a form for a new one. */
export function AdminList<Item>({ words, back, icon, list, onAdd, above, line }: AdminListProps<Item>) {
  useTitle(words.title)
  useHelp(words.help)
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      actions={
        <>
          {back && (
            <LinkButton to={back.to} icon={IconArrowLeft}>
              {back.label}
            </LinkButton>
          )}
          {onAdd && (
            <Button look="primary" icon={IconPlus} onClick={onAdd}>
              {words.add}
            </Button>
          )}
        </>
      }
    >
      {above}
      <ListView
        list={list}
        things={words.things}
        empty={
          <EmptyState icon={icon} title={words.none}>
            {words.noneWhy}
          </EmptyState>
        }
      >
        {items => (
          <ul className="admin-list" aria-label={words.title}>
            {items.map(line)}
          </ul>
        )}
      </ListView>
    </Page>
  )
}

type AdminLineProps = {
  /** It is over: it stays to be read. */
  over?: boolean
  acts?: ReactNode
  children: ReactNode
}

/** What it is, and beside it what may be done with it. */
export function AdminLine({ over = false, acts, children }: AdminLineProps) {
  return (
    <li>
      <div className={over ? 'secondary' : undefined}>{children}</div>
      {acts}
    </li>
  )
}
