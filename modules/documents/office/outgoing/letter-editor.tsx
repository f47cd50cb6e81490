import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { useRef, useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { draftMessages } from './draft-messages.vi.ts'
import { blocksOfText, type EditorBlock, emptyTable, nextMark, type TextBlock, textBlock } from './letter-blocks.ts'
import { LetterTable } from './letter-table.tsx'
import { LetterTextBlock } from './letter-text-block.tsx'
import { LetterTools } from './letter-tools.tsx'
import './letter-editor.css'

const words = draftMessages.editor

type LetterEditorProps = {
  blocks: readonly EditorBlock[]
  onChange: (blocks: readonly EditorBlock[]) => void
  fault?: string | undefined
}

/**
 * The body of a letter as plain pieces, worked on with the keys that everybody knows from a word processor: Enter begins
 * the next paragraph or item, Backspace at its beginning joins it to the one before, pasted text becomes pieces.
 */
export function LetterEditor({ blocks, onChange, fault }: LetterEditorProps) {
  const [currentId, setCurrentId] = useState(blocks[0]?.id)
  const list = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    blocks.findIndex(block => block.id === currentId),
  )
  const current = blocks[at]

  /** Puts the cursor into a block as soon as it is drawn. */
  function focus(id: string, caret?: number) {
    setCurrentId(id)
    requestAnimationFrame(() => {
      const field = list.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>(`[data-block="${id}"]`)
      field?.focus()
      if (caret !== undefined) field?.setSelectionRange(caret, caret)
    })
  }
  function replace(
    index: number,
    count: number,
    by: readonly EditorBlock[],
    thenFocus?: { id: string; caret?: number },
  ) {
    const next = [...blocks.slice(0, index), ...by, ...blocks.slice(index + count)]
    onChange(next.length > 0 ? next : [textBlock()])
    if (thenFocus) focus(thenFocus.id, thenFocus.caret)
  }
  const change = (index: number, block: EditorBlock) => replace(index, 1, [block])

  function split(index: number, block: TextBlock, caret: number) {
    const [before, after] = [block.text.slice(0, caret), block.text.slice(caret)]
    // Enter in an empty item ends the list, as everywhere.
    if (block.kind === 'item' && block.text.trim() === '') {
      const plain = { ...block, kind: 'paragraph' as const, mark: '' }
      return replace(index, 1, [plain], { id: block.id, caret: 0 })
    }
    const next = textBlock({
      text: after.trimStart(),
      kind: block.kind === 'item' ? 'item' : 'paragraph',
      mark: block.kind === 'item' ? nextMark(block.mark) : '',
    })
    replace(index, 1, [{ ...block, text: before.trimEnd() }, next], { id: next.id, caret: 0 })
  }

  function joinToBefore(index: number, block: TextBlock) {
    if (block.kind !== 'paragraph')
      return replace(index, 1, [{ ...block, kind: 'paragraph', mark: '' }], { id: block.id, caret: 0 })
    const before = blocks[index - 1]
    if (!before || before.kind === 'table') return
    const joined = { ...before, text: before.text + block.text }
    replace(index - 1, 2, [joined], { id: before.id, caret: before.text.length })
  }

  function paste(index: number, block: TextBlock, text: string, from: number, to: number): boolean {
    const pasted = blocksOfText(text)
    if (pasted.length === 0 || !/[\n\t]/.test(text.trim())) return false
    const before = { ...block, text: block.text.slice(0, from).trimEnd() }
    const after = textBlock({ text: block.text.slice(to).trimStart() })
    const around = [...(before.text ? [before] : []), ...pasted, ...(after.text ? [after] : [])]
    replace(index, 1, around, { id: pasted.at(-1)!.id })
    return true
  }

  function become(kind: TextBlock['kind']) {
    if (!current || current.kind === 'table') return
    const before = blocks[at - 1]
    const mark = kind !== 'item' ? '' : before?.kind === 'item' ? nextMark(before.mark) : '-'
    replace(at, 1, [{ ...current, kind, mark }], { id: current.id, caret: current.text.length })
  }
  function insertAfter(block: EditorBlock) {
    replace(at + 1, 0, [block], { id: block.id })
  }
  function move(step: 1 | -1) {
    const other = blocks[at + step]
    if (!current || !other) return
    replace(Math.min(at, at + step), 2, step === 1 ? [other, current] : [current, other], { id: current.id })
  }
  function remove() {
    const neighbour = blocks[at - 1] ?? blocks[at + 1]
    replace(at, 1, [], neighbour && { id: neighbour.id })
  }
  function goTo(index: number, caret: 'start' | 'end') {
    const block = blocks[index]
    if (block) focus(block.id, block.kind !== 'table' && caret === 'end' ? block.text.length : 0)
  }

  return (
    <>
      <LetterTools
        current={current}
        onBecome={become}
        onTable={() => insertAfter(emptyTable())}
        onStyle={style => {
          // A title is bold by its form.
          if (current && (current.kind === 'paragraph' || current.kind === 'item'))
            change(at, { ...current, [style]: !current[style] })
        }}
        onMove={move}
        onRemove={remove}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend has no place on a sheet of paper. */}
      <div
        className="letter-blocks"
        ref={list}
        role="group"
        aria-label={words.label}
        id="field-content"
        tabIndex={-1}
        data-invalid={fault ? true : undefined}
      >
        {blocks.map((block, index) =>
          block.kind === 'table' ? (
            <LetterTable
              key={block.id}
              table={block}
              current={block.id === current?.id}
              onFocus={() => setCurrentId(block.id)}
              onChange={changed => change(index, changed)}
            />
          ) : (
            <LetterTextBlock
              key={block.id}
              block={block}
              number={index + 1}
              current={block.id === current?.id}
              placeholder={blocks.length === 1 ? words.placeholder : ''}
              onFocus={() => setCurrentId(block.id)}
              onChange={changed => change(index, changed)}
              onSplit={caret => split(index, block, caret)}
              onJoin={() => joinToBefore(index, block)}
              onPaste={(text, from, to) => paste(index, block, text, from, to)}
              onGo={step => goTo(index + step, step === 1 ? 'start' : 'end')}
              onMove={move}
            />
          ),
        )}
      </div>
      <Button
        small
        look="plain"
        icon={IconPlus}
        className="letter-add"
        onClick={() => {
          const added = textBlock()
          replace(blocks.length, 0, [added], { id: added.id })
        }}
      >
        {words.add}
      </Button>
    </>
  )
}
