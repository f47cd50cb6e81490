import IconLock from '@tabler/icons-react/icons/IconLock'
import { findDocumentType } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { OwnAgency } from '#modules/agencies/contract.ts'
import type { RegisterView, SeriesView } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { dayOf, formatDay } from '#platform/ui/text/format.ts'
import { administerMessages as words } from './administer-messages.vi.ts'
import { notationExamples } from './notation-examples.ts'
import './administer.css'

type Series = z.infer<typeof SeriesView>

type RegisterLineProps = {
  register: RegisterView
  units: readonly { readonly id: string; readonly name: string }[]
  onChange: () => void
  onEnd: () => void
}

/** A register, also one that has ended: it is read and printed, and nothing else. */
export function RegisterLine({ register, units, onChange, onEnd }: RegisterLineProps) {
  const { name, direction, code, isDefault, restricted, termDays, seriesName, routes, basis, validTo } = register
  const ended = validTo !== null && validTo <= dayOf(new Date())
  const facts = [
    words.directions[direction],
    code,
    isDefault && words.byDefault,
    restricted && words.restricted,
    termDays && words.term(termDays),
    words.drawsFrom(seriesName),
    validTo && (ended ? words.endedOn : words.endsOn)(formatDay(validTo)),
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
      {!ended && (
        <div className="row">
          <Button small aria-label={words.changeNamed(name)} onClick={onChange}>
            {words.change}
          </Button>
          <Button small aria-label={words.ending.title(name)} onClick={onEnd}>
            {words.ending.end}
          </Button>
        </div>
      )}
    </li>
  )
}

type SeriesLineProps = {
  series: Series
  issuers: z.infer<typeof OwnAgency>['issuers']
  onOpen: () => void
  onCorrect: () => void
  onChange: () => void
  onEnd: () => void
  onClose: (period: string) => void
}

/** A series and where it stands; what was stated or set up wrongly is put right until it has given a number. */
export function SeriesLine({ series, issuers, onOpen, onCorrect, onChange, onEnd, onClose }: SeriesLineProps) {
  const {
    name,
    direction,
    issuerId,
    issuerName,
    typeCodes,
    periodKind,
    notationTemplate,
    basis,
    periods,
    period,
    validTo,
  } = series
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
    validTo && words.endsOn(formatDay(validTo)),
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
        <Menu
          label={
            <>
              {words.acts}
              <span className="visually-hidden">: {words.actsOf(name)}</span>
            </>
          }
        >
          {present?.opened && !present.hasGiven && present.closedAt === null && (
            <button type="button" onClick={onCorrect}>
              {words.correcting.act}
            </button>
          )}
          {!periods.some(one => one.hasGiven) && (
            <button type="button" onClick={onChange}>
              {words.form.editSeries}
            </button>
          )}
          <button type="button" className="danger" onClick={onEnd}>
            {words.ending.end}
          </button>
        </Menu>
      </div>
    </li>
  )
}

const namesOf = (codes: readonly string[]): string => codes.map(code => findDocumentType(code)?.name ?? code).join(', ')
