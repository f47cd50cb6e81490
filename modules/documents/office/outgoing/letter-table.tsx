import { type KeyboardEvent, useId } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { draftMessages } from './draft-messages.vi.ts'
import type { TableBlock } from './letter-blocks.ts'

const words = draftMessages.editor
const mostColumns = 12

type LetterTableProps = {
  table: TableBlock
  current: boolean
  onFocus: () => void
  onChange: (table: TableBlock) => void
}

/** A simple table: a head and rows of cells. Enter goes down, and in the last row begins a new one. */
export function LetterTable({ table, current, onFocus, onChange }: LetterTableProps) {
  const { header, rows } = table
  const name = useId()
  const cellId = (row: number, column: number) => `${name}-${row}-${column}`

  function setCell(row: number, column: number, text: string) {
    const put = (cells: readonly string[]) => cells.map((cell, at) => (at === column ? text : cell))
    onChange(
      row < 0
        ? { ...table, header: put(header) }
        : { ...table, rows: rows.map((cells, at) => (at === row ? put(cells) : cells)) },
    )
  }
  const addRow = () => onChange({ ...table, rows: [...rows, header.map(() => '')] })
  function setWidth(width: number) {
    const resized = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? '')
    onChange({ ...table, header: resized(header), rows: rows.map(resized) })
  }
  function onKey(event: KeyboardEvent, row: number, column: number) {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (row === rows.length - 1) addRow()
    requestAnimationFrame(() => document.getElementById(cellId(row + 1, column))?.focus())
  }
  const cell = (text: string, row: number, column: number) => (
    <input
      id={cellId(row, column)}
      data-block={row === -1 && column === 0 ? table.id : undefined}
      value={text}
      aria-label={row < 0 ? words.column(column + 1) : words.cell(row + 1, column + 1)}
      onFocus={onFocus}
      onChange={event => setCell(row, column, event.target.value)}
      onKeyDown={event => onKey(event, row, column)}
    />
  )

  return (
    <div className="letter-table" data-current={current || undefined}>
      <div className="letter-table-frame">
        <table>
          <thead>
            <tr>
              {header.map((text, column) => (
                <th key={cellId(-1, column)} scope="col">
                  {cell(text, -1, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={cellId(row, -1)}>
                {cells.map((text, column) => (
                  <td key={cellId(row, column)}>{cell(text, row, column)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row letter-table-tools">
        <Button small look="plain" onClick={addRow}>
          {words.addRow}
        </Button>
        {header.length < mostColumns && (
          <Button small look="plain" onClick={() => setWidth(header.length + 1)}>
            {words.addColumn}
          </Button>
        )}
        {rows.length > 1 && (
          <Button small look="plain" onClick={() => onChange({ ...table, rows: rows.slice(0, -1) })}>
            {words.removeRow}
          </Button>
        )}
        {header.length > 1 && (
          <Button small look="plain" onClick={() => setWidth(header.length - 1)}>
            {words.removeColumn}
          </Button>
        )}
      </div>
    </div>
  )
}
