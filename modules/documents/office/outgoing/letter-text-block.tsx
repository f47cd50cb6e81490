import type { ClipboardEvent, KeyboardEvent } from 'react'
import { draftMessages } from './draft-messages.vi.ts'
import type { TextBlock } from './letter-blocks.ts'

const words = draftMessages.editor

type LetterTextBlockProps = {
  block: TextBlock
  number: number
  current: boolean
  placeholder: string
  onFocus: () => void
  onChange: (block: TextBlock) => void
  onSplit: (caret: number) => void
  onJoin: () => void
  /** True when the pasted text was taken in pieces; else the browser pastes it into this one. */
  onPaste: (text: string, from: number, to: number) => boolean
  onGo: (step: 1 | -1) => void
  onMove: (step: 1 | -1) => void
}

/** One paragraph, title or item; it grows with what is written, in old browsers too (see the style sheet). */
export function LetterTextBlock(props: LetterTextBlockProps) {
  const { block, number, current, placeholder, onFocus, onChange, onSplit, onJoin, onPaste, onGo, onMove } = props

  const hint = block.kind === 'heading' ? words.headingPlaceholder : placeholder

  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { selectionStart: from, selectionEnd: to, value } = event.currentTarget
    // An input method that composes a letter has these keys for itself.
    if (event.nativeEvent.isComposing) return
    const done = () => event.preventDefault()
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      done()
      onSplit(from)
    } else if (event.key === 'Backspace' && from === 0 && to === 0) {
      done()
      onJoin()
    } else if (event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      done()
      onMove(event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.key === 'ArrowUp' && !event.altKey && !event.shiftKey && from === 0) {
      done()
      onGo(-1)
    } else if (event.key === 'ArrowDown' && !event.altKey && !event.shiftKey && from === value.length) {
      done()
      onGo(1)
    }
  }
  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const { selectionStart, selectionEnd } = event.currentTarget
    if (onPaste(event.clipboardData.getData('text/plain'), selectionStart, selectionEnd)) event.preventDefault()
  }

  return (
    <div className={`letter-block letter-${block.kind}`} data-current={current || undefined}>
      {block.kind === 'item' && (
        <input
          className="letter-mark"
          value={block.mark}
          maxLength={10}
          aria-label={words.mark(number)}
          onFocus={onFocus}
          onChange={event => onChange({ ...block, mark: event.target.value })}
        />
      )}
      <div className="letter-grow" data-text={block.text || hint}>
        <textarea
          rows={1}
          data-block={block.id}
          value={block.text}
          placeholder={hint}
          aria-label={words.block(number, words[block.kind])}
          style={{
            fontWeight: block.bold || block.kind === 'heading' ? 700 : undefined,
            fontStyle: block.italic ? 'italic' : undefined,
          }}
          spellCheck={false}
          onFocus={onFocus}
          onChange={event => onChange({ ...block, text: event.target.value })}
          onKeyDown={onKey}
          onPaste={paste}
        />
      </div>
    </div>
  )
}
