import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconBook2 from '@tabler/icons-react/icons/IconBook2'
import IconHash from '@tabler/icons-react/icons/IconHash'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { OwnAgency, UnitList } from '#modules/agencies/contract.ts'
import type { RegisterList, RegisterView, SeriesList, SeriesView } from '#modules/documents/contract.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { Page, Section } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { dayOf } from '#platform/ui/text/format.ts'
import { administerMessages as words } from './administer-messages.vi.ts'
import { BeginBooksForm } from './begin-books-form.tsx'
import { ClosePeriodDialog } from './close-period-dialog.tsx'
import { CorrectLastForm } from './correct-last-form.tsx'
import { EndBookForm } from './end-book-form.tsx'
import { OpenSeriesDialog } from './open-series-dialog.tsx'
import { RegisterForm } from './register-form.tsx'
import { RegisterLine, SeriesLine } from './register-lines.tsx'
import { SeriesForm } from './series-form.tsx'
import { UrgentLadderSection } from './urgent-ladder.tsx'
import './administer.css'

type Series = z.infer<typeof SeriesView>
type Opened =
  | { readonly kind: 'register'; readonly register: RegisterView | undefined }
  | { readonly kind: 'series'; readonly series?: Series }
  | { readonly kind: 'correcting'; readonly series: Series }
  | {
      readonly kind: 'ending'
      readonly of: 'registers' | 'series'
      readonly book: { readonly id: string; readonly name: string }
    }
  | { readonly kind: 'begin' }
  | { readonly kind: 'opening'; readonly series: Series }
  | { readonly kind: 'closing'; readonly series: Series; readonly period: string }

/** What the head of the office decides about numbers and ways, as data: registers, series, routes. */
export default function AdministerRegisters() {
  const registers = useResource<z.infer<typeof RegisterList>>('/registers', { query: { ended: 'true' } })
  const series = useResource<z.infer<typeof SeriesList>>('/series')
  const units = useResource<z.infer<typeof UnitList>>('/units')
  const [opened, setOpened] = useState<Opened>()
  const agency = useResource<z.infer<typeof OwnAgency>>('/agency')
  const close = () => setOpened(undefined)
  const hasSeries = (series.data?.items.length ?? 0) > 0
  const inUse = registers.data?.items.filter(one => one.validTo === null || one.validTo > dayOf(new Date()))
  const lacks = (direction: 'incoming' | 'outgoing', things: readonly { readonly direction: string }[] | undefined) =>
    things?.every(one => one.direction !== direction) ?? false
  const addRegister = (
    <Button icon={IconPlus} onClick={() => setOpened({ kind: 'register', register: undefined })}>
      {words.addRegister}
    </Button>
  )
  const addSeries = (
    <Button icon={IconPlus} onClick={() => setOpened({ kind: 'series' })}>
      {words.addSeries}
    </Button>
  )
  const [firstIssuer, ...otherIssuers] = agency.data?.issuers ?? []
  const beginOrAdd = (
    <div className="actions">
      <Button look="primary" icon={IconBook2} onClick={() => setOpened({ kind: 'begin' })}>
        {words.begin.button}
      </Button>
      {addSeries}
    </div>
  )
  useTitle(words.title)
  useHelp(words.help)
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      actions={
        <LinkButton to="administration" icon={IconArrowLeft}>
          {words.back}
        </LinkButton>
      }
    >
      <Section title={words.series}>
        <ResourceView resource={series}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconHash} title={words.noSeries} action={beginOrAdd}>
                {words.noSeriesWhy}
              </EmptyState>
            ) : (
              <>
                <ul className="administer-list">
                  {items.map(one => (
                    <SeriesLine
                      key={one.id}
                      series={one}
                      issuers={agency.data?.issuers ?? []}
                      onOpen={() => setOpened({ kind: 'opening', series: one })}
                      onCorrect={() => setOpened({ kind: 'correcting', series: one })}
                      onChange={() => setOpened({ kind: 'series', series: one })}
                      onEnd={() => setOpened({ kind: 'ending', of: 'series', book: one })}
                      onClose={period => setOpened({ kind: 'closing', series: one, period })}
                    />
                  ))}
                </ul>
                {addSeries}
              </>
            )
          }
        </ResourceView>
      </Section>
      <Section title={words.registers}>
        <ResourceView resource={registers}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconBook2} title={words.noRegisters} action={hasSeries ? addRegister : undefined}>
                {hasSeries ? words.noRegistersYet : words.noRegistersWhy}
              </EmptyState>
            ) : (
              <>
                <ul className="administer-list">
                  {items.map(register => (
                    <RegisterLine
                      key={register.id}
                      register={register}
                      units={units.data?.items ?? []}
                      onChange={() => setOpened({ kind: 'register', register })}
                      onEnd={() => setOpened({ kind: 'ending', of: 'registers', book: register })}
                    />
                  ))}
                </ul>
                {addRegister}
              </>
            )
          }
        </ResourceView>
      </Section>
      <UrgentLadderSection />
      {opened?.kind === 'register' && (
        <RegisterForm
          register={opened.register}
          series={series.data?.items ?? []}
          units={units.data?.items ?? []}
          first={lacks('incoming', inUse) ? 'incoming' : 'outgoing'}
          isFirst={direction => lacks(direction, inUse)}
          onClose={close}
        />
      )}
      {opened?.kind === 'series' && (
        <SeriesForm
          series={opened.series}
          first={lacks('incoming', series.data?.items) ? 'incoming' : 'outgoing'}
          // A number is given only after the last one on paper was stated: that is asked next.
          onSaved={saved => setOpened(opened.series ? undefined : { kind: 'opening', series: saved })}
          onClose={close}
        />
      )}
      {opened?.kind === 'begin' && firstIssuer && (
        <BeginBooksForm issuers={[firstIssuer, ...otherIssuers]} onClose={close} />
      )}
      {opened?.kind === 'opening' && <OpenSeriesDialog series={opened.series} onClose={close} />}
      {opened?.kind === 'correcting' && <CorrectLastForm series={opened.series} onClose={close} />}
      {opened?.kind === 'ending' && <EndBookForm kind={opened.of} book={opened.book} onClose={close} />}
      {opened?.kind === 'closing' && (
        <ClosePeriodDialog series={opened.series} period={opened.period} onClose={close} />
      )}
    </Page>
  )
}
