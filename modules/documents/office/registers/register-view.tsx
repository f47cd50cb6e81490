import IconBook2 from '@tabler/icons-react/icons/IconBook2'
import IconLock from '@tabler/icons-react/icons/IconLock'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import type { z } from '#lib/schemas/index.ts'
import type { RegisterView as RegisterFacts, RegisterList } from '#modules/documents/contract.ts'
import { buttonClass, LinkButton } from '#platform/ui/actions/button.tsx'
import { FileLink } from '#platform/ui/actions/file-link.tsx'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { useAddressSearch, useTitle } from '#platform/ui/screens/use-address.ts'
import { dayOf, formatDay } from '#platform/ui/text/format.ts'
import { registerMessages as words } from './messages.vi.ts'
import { PrintPart } from './print-part.tsx'
import { Arrivals, Departures } from './register-tables.tsx'

/** Sổ văn bản on screen: the decree's ten columns, by register and year; on paper through its PDF. */
export default function RegisterView() {
  const registers = useResource<z.infer<typeof RegisterList>>('/registers', { query: { ended: 'true' } })
  const [search] = useAddressSearch()
  const items = registers.data?.items ?? []
  const register = items.find(one => one.id === search.register) ?? items[0]
  const year = search.year ?? register?.period ?? dayOf(new Date()).slice(0, 4)
  useTitle(register ? words.title(register.direction, year) : words.untitled)
  useHelp(words.help)
  return (
    <Page
      title={register ? words.title(register.direction, year) : words.untitled}
      purpose={words.purpose}
      actions={
        <>
          <LinkButton to="registers/secret" icon={IconLock}>
            {words.secret}
          </LinkButton>
          {register && <PrintLink register={register} year={year} />}
        </>
      }
    >
      <ResourceView resource={registers}>
        {() =>
          register ? (
            <OpenRegister registers={items} register={register} year={year} />
          ) : (
            <EmptyState icon={IconBook2} title={words.noRegisters}>
              {words.noRegistersWhy}
            </EmptyState>
          )
        }
      </ResourceView>
    </Page>
  )
}

type OpenRegisterProps = { registers: readonly RegisterFacts[]; register: RegisterFacts; year: string }

function OpenRegister({ registers, register, year }: OpenRegisterProps) {
  const [, setSearch] = useAddressSearch()
  const years = [register.period, ...register.periods.map(one => one.period)]
  const period = register.periods.find(one => one.period === year)
  const Table = register.direction === 'incoming' ? Arrivals : Departures
  return (
    <>
      <div className="tools tools-form">
        <SelectField
          label={words.register}
          value={register.id}
          choices={registers.map(one => ({ value: one.id, label: one.name }))}
          onChange={id => setSearch({ register: id, year: undefined })}
        />
        <SelectField
          label={words.year}
          value={year}
          choices={[...new Set([year, ...years])]
            .toSorted()
            .toReversed()
            .map(one => ({ value: one, label: one }))}
          onChange={chosen => setSearch({ year: chosen })}
        />
        <span className="meta register-range">
          {period && words.newestFirst(period.lastNumber)}{' '}
          {period?.closedAt && words.closed(formatDay(dayOf(new Date(period.closedAt))))}
        </span>
        <PrintPart addressOf={part => printAddress(register, year, part)} />
      </div>
      <Table
        key={`${register.id}:${year}`}
        registerId={register.id}
        period={year}
        closed={Boolean(period?.closedAt)}
        label={register.name}
      />
    </>
  )
}

function PrintLink({ register, year }: { register: RegisterFacts; year: string }) {
  return (
    <FileLink className={buttonClass({ look: 'primary' })} address={printAddress(register, year)}>
      <Icon of={IconPrinter} />
      {words.print}
    </FileLink>
  )
}

function printAddress(
  { id, direction }: RegisterFacts,
  period: string,
  part: { readonly from?: string; readonly to?: string } = {},
): string {
  const what = direction === 'incoming' ? 'arrivals' : 'departures'
  return `/api/v1/registers/${id}/${what}.pdf?${new URLSearchParams({ period, paper: 'A3', ...part })}`
}
