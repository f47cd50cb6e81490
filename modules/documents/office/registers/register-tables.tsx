import IconBook2 from '@tabler/icons-react/icons/IconBook2'
import type { ReactNode } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { ArrivalLine, DepartureLine } from '#modules/documents/contract.ts'
import { useList } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { ListView } from '#platform/ui/feedback/resource-view.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { DocumentNumber } from '#platform/ui/states/document-number.tsx'
import { formatDay, formatShortDay } from '#platform/ui/text/format.ts'
import { registerMessages as words } from './messages.vi.ts'
import './registers.css'

type Arrival = z.infer<typeof ArrivalLine>
type Departure = z.infer<typeof DepartureLine>
/** `closed`: nothing more comes into it. */
type TableProps = { registerId: string; period: string; closed: boolean; label: string }
const linesAtOnce = 50

/** Sổ đăng ký văn bản đến, columns 1–10 (NĐ 30/2020 Phụ lục IV). */
export function Arrivals({ registerId, period, closed, label }: TableProps) {
  return (
    <RegisterTable<Arrival>
      path={`/registers/${registerId}/arrivals`}
      className="register-arrivals"
      {...{ period, closed, label }}
      columns={words.arrivals}
      keyOf={line => line.number}
      cells={(line, struck) => [
        line.arrivedOn ? formatShortDay(line.arrivedOn) : '',
        struck(line.number),
        struck(line.author),
        struck(line.notation && <DocumentNumber>{line.notation}</DocumentNumber>),
        struck(line.issuedOn ? formatDay(line.issuedOn) : ''),
        line.documentId && struck(<SeatLink to={`documents/incoming/${line.documentId}`}>{line.subject}</SeatLink>),
        line.receiver,
        line.passedOn ? formatShortDay(line.passedOn) : '',
        line.signedFor,
      ]}
    />
  )
}

/** Sổ đăng ký văn bản đi, columns 1–10. */
export function Departures({ registerId, period, closed, label }: TableProps) {
  return (
    <RegisterTable<Departure>
      path={`/registers/${registerId}/departures`}
      className="register-departures"
      {...{ period, closed, label }}
      columns={words.departures}
      keyOf={line => line.documentId ?? line.notation}
      cells={(line, struck) => [
        struck(<DocumentNumber>{line.notation}</DocumentNumber>),
        struck(line.issuedOn ? formatDay(line.issuedOn) : ''),
        struck(
          line.documentId ? (
            <SeatLink to={`documents/outgoing/${line.documentId}`}>{line.subject}</SeatLink>
          ) : (
            line.subject
          ),
        ),
        struck(line.signer),
        line.recipients,
        line.keeper,
        line.copies,
        line.passedOn ? formatShortDay(line.passedOn) : '',
        line.signedFor,
      ]}
    />
  )
}

type RegisterTableProps<Line> = {
  path: string
  period: string
  closed: boolean
  label: string
  className: string
  columns: readonly string[]
  keyOf: (line: Line) => string
  /** The first nine columns; `struck` strikes out what belongs to a cancelled number. */
  cells: (line: Line, struck: (value: ReactNode) => ReactNode) => readonly ReactNode[]
}

function RegisterTable<Line extends { note: string; cancelled: boolean; reason: string | null }>(
  props: RegisterTableProps<Line>,
) {
  const { path, period, closed, label, className, columns, keyOf, cells } = props
  const list = useList<Line>(path, { query: { period }, limit: linesAtOnce, live: ['documents.'], onLive: 'offer' })
  return (
    <ListView
      list={list}
      things={words.things}
      empty={
        <EmptyState icon={IconBook2} title={words.none}>
          {closed ? words.noneClosed : words.noneWhy}
        </EmptyState>
      }
    >
      {lines => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard.
        <section className="register-frame" tabIndex={0} aria-label={label}>
          <table className={`register ${className}`}>
            <caption className="visually-hidden">{words.caption}</caption>
            <thead>
              <tr>
                {columns.map(column => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
              <tr className="register-numbers">
                {columns.map((column, index) => (
                  <td key={column}>({index + 1})</td>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(line => (
                <tr key={keyOf(line)} className={line.cancelled ? 'register-void' : undefined}>
                  {cells(line, value => (line.cancelled && value ? <s>{value}</s> : value)).map((cell, index) => (
                    <td key={columns[index]}>{cell}</td>
                  ))}
                  <td>
                    {line.cancelled ? (
                      <>
                        <b>{words.cancelled}</b> {line.reason}
                      </>
                    ) : (
                      line.note
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </ListView>
  )
}
