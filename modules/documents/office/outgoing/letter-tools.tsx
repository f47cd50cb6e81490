import IconArrowDown from '@tabler/icons-react/icons/IconArrowDown'
import IconArrowUp from '@tabler/icons-react/icons/IconArrowUp'
import IconBold from '@tabler/icons-react/icons/IconBold'
import IconItalic from '@tabler/icons-react/icons/IconItalic'
import IconTable from '@tabler/icons-react/icons/IconTable'
import IconTrash from '@tabler/icons-react/icons/IconTrash'
import { type KeyboardEvent, useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import type { IconShape } from '#platform/ui/icons/icon-shape.ts'
import { draftMessages } from './draft-messages.vi.ts'
import type { EditorBlock, TextBlock } from './letter-blocks.ts'

const words = draftMessages.editor

type LetterToolsProps = {
  current: EditorBlock | undefined
  onBecome: (kind: TextBlock['kind']) => void
  onTable: () => void
  onStyle: (style: 'bold' | 'italic') => void
  onMove: (step: 1 | -1) => void
  onRemove: () => void
}
type Tool = { label: string; icon?: IconShape; pressed?: boolean; run: () => void }

/** What can be done with the piece that the cursor is in: one stop of the Tab key, left and right within it. */
export function LetterTools({ current, onBecome, onTable, onStyle, onMove, onRemove }: LetterToolsProps) {
  const [active, setActive] = useState(0)
  const text = current?.kind === 'table' ? undefined : current
  const kinds = ['paragraph', 'heading', 'item'] as const
  const tools: readonly Tool[] = [
    ...kinds.map(kind => ({ label: words[kind], pressed: text?.kind === kind, run: () => onBecome(kind) })),
    { label: words.bold, icon: IconBold, pressed: text?.bold ?? false, run: () => onStyle('bold') },
    { label: words.italic, icon: IconItalic, pressed: text?.italic ?? false, run: () => onStyle('italic') },
    { label: words.up, icon: IconArrowUp, run: () => onMove(-1) },
    { label: words.down, icon: IconArrowDown, run: () => onMove(1) },
    { label: words.table, icon: IconTable, run: onTable },
    { label: words.remove, icon: IconTrash, run: onRemove },
  ]

  function onKey(event: KeyboardEvent<HTMLDivElement>) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = (active + step + tools.length) % tools.length
    setActive(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div className="letter-tools" role="toolbar" aria-label={words.tools} onKeyDown={onKey}>
      {tools.map((tool, index) => (
        <Button
          key={tool.label}
          small
          look="plain"
          icon={tool.icon}
          aria-pressed={tool.pressed}
          tabIndex={index === active ? 0 : -1}
          onFocus={() => setActive(index)}
          onClick={tool.run}
        >
          {tool.label}
        </Button>
      ))}
    </div>
  )
}
