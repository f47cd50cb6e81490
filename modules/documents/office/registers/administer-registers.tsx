import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconBook2 from '@tabler/icons-react/icons/IconBook2'
import IconHash from '@tabler/icons-react/icons/IconHash'
import IconLock from '@tabler/icons-react/icons/IconLock'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { useState } from 'react'
import { findDocumentType } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { OwnAgency, UnitList } from '#modules/agencies/contract.ts'
import type { RegisterList, RegisterView, SeriesList, SeriesView } from '#modules/documents/contract.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { Page, Section } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { administerMessages as words } from './administer-messages.vi.ts'
import { BeginBooksForm } from './begin-books-form.tsx'
import { ClosePeriodDialog } from './close-period-dialog.tsx'
import { notationExamples } from './notation-examples.ts'
import { OpenSeriesDialog } from './open-series-dialog.tsx'
import { RegisterForm } from './register-form.tsx'
import { SeriesForm } from './series-form.tsx'
import { UrgentLadderSection } from './urgent-ladder.tsx'
import './administer.css'

type Series = z.infer<typeof SeriesView>
type Opened =
  | { readonly kind: 'register'; readonly register: RegisterView | undefined }
  | { readonly kind: 'series' }
  | { readonly kind: 'begin' }
  | { readonly kind: 'opening'; readonly series: Series }
  | { readonly kind: 'closing'; readonly series: Series; readonly period: string }

/** What the head of the office decides about numbers and ways, as data: registers, series, routes. */
export default function AdministerRegisters() {
  const registers = useResource<z.infer<typeof RegisterList>>('/registers')
  const series = useResource<z.infer<typeof SeriesList>>('/series')
  const units = useResource<z.infer<typeof UnitList>>('/units')
  const [opened, setOpened] = useState<Opened>()
  const agency = useResource<z.infer<typeof OwnAgency>>('/agency')
  const close = () => setOpened(undefined)
  const hasSeries = (series.data?.items.length ?? 0) > 0
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
          first={lacks('incoming', registers.data?.items) ? 'incoming' : 'outgoing'}
          isFirst={direction => lacks(direction, registers.data?.items)}
          onClose={close}
        />
      )}
      {opened?.kind === 'series' && (
        <SeriesForm
          first={lacks('incoming', series.data?.items) ? 'incoming' : 'outgoing'}
          // A number is given only after the last one on paper was stated: that is asked next.
          onSaved={saved => setOpened({ kind: 'opening', series: saved })}
          onClose={close}
        />
      )}
      {opened?.kind === 'begin' && firstIssuer && (
        <BeginBooksForm issuers={[firstIssuer, ...otherIssuers]} onClose={close} />
      )}
      {opened?.kind === 'opening' && <OpenSeriesDialog series={opened.series} onClose={close} />}
      {opened?.kind === 'closing' && (
        <ClosePeriodDialog series={opened.series} period={opened.period} onClose={close} />
      )}
    </Page>
  )
}

type RegisterLineProps = {
  register: RegisterView
  units: readonly { readonly id: string; readonly name: string }[]
  onChange: () => void
}

function RegisterLine({ register, units, onChange }: RegisterLineProps) {
  const { name, direction, code, isDefault, restricted, termDays, seriesName, routes, basis } = register
  const facts = [
    words.directions[direction],
    code,
    isDefault && words.byDefault,
    restricted && words.restricted,
    termDays && words.term(termDays),
    words.drawsFrom(seriesName),
  ]
  return (
    <li>
      <div>
        <b>{name}</b>
        <p className="small secondary">{facts.filter(Boolean).join(' · ')}</p>
        {routes.map(({ typeCodes, route, unitId }) => {
          const unit = units.find(one => one.id === unitId)?.name
          const way = route === 'unit' && unit ? words.toUnit(unit) : words.routes[route]
          return (
            <p className="small secondary" key={`${typeCodes.join()}${route}${unitId}`}>
              {words.route(way, namesOf(typeCodes) || words.allTypes)}
            </p>
          )
        })}
        <p className="meta">{words.basisOf(basis)}</p>
      </div>
      <Button small aria-label={words.changeNamed(name)} onClick={onChange}>
        {words.change}
      </Button>
    </li>
  )
}

type SeriesLineProps = {
  series: Series
  issuers: z.infer<typeof OwnAgency>['issuers']
  onOpen: () => void
  onClose: (period: string) => void
}

function SeriesLine({ series, issuers, onOpen, onClose }: SeriesLineProps) {
  const { name, direction, issuerId, issuerName, typeCodes, periodKind, notationTemplate, basis, periods, period } =
    series
  const abbreviation = issuers.find(one => one.id === issuerId)?.abbreviation ?? ''
  const examples = notationExamples(notationTemplate, abbreviation, typeCodes)
  const isClerk = useSeat().role === 'clerk'
  const present = periods.find(one => one.period === period)
  const over = periods.filter(one => one.opened && one.closedAt === null && one.period !== period)
  const started = periods.some(one => one.opened)
  const facts = [
    words.directions[direction],
    issuerName,
    namesOf(typeCodes),
    words.periods[periodKind],
    direction !== 'incoming' && examples && words.notation(examples),
  ]
  return (
    <li>
      <div>
        <b>{name}</b>
        <p className="small secondary">{facts.filter(Boolean).join(' · ')}</p>
        <p className="meta">{words.basisOf(basis)}</p>
      </div>
      <div className="administer-series-state">
        {present?.opened ? (
          <span className="small">
            {(present.closedAt ? words.closed : words.lastNumber)(
              words.periodNamed(periodKind, present.period),
              present.lastNumber,
            )}
          </span>
        ) : (
          <span className="small text-amber">{words.notOpened(words.periodNamed(periodKind, period))}</span>
        )}
        {/* A series that runs begins each year by itself. */}
        {!started && (
          <Button small aria-label={words.openNamed(name)} onClick={onOpen}>
            {words.open}
          </Button>
        )}
        {periodKind === 'term' && started && (
          <Button small aria-label={words.newTermNamed(name)} onClick={onOpen}>
            {words.newTerm}
          </Button>
        )}
        {isClerk &&
          over.map(one => (
            <Button
              key={one.period}
              small
              icon={IconLock}
              aria-label={words.closeNamed(words.periodNamed(periodKind, one.period), name)}
              onClick={() => onClose(one.period)}
            >
              {words.close(words.periodNamed(periodKind, one.period))}
            </Button>
          ))}
      </div>
    </li>
  )
}

const namesOf = (codes: readonly string[]): string => codes.map(code => findDocumentType(code)?.name ?? code).join(', ')
