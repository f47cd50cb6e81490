import { findDocumentType, recipientLines } from '#lib/document-form/index.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { dayOf } from '#platform/ui/text/format.ts'
import { draftMessages } from './draft-messages.vi.ts'
import type { DraftValue } from './draft-value.ts'
import type { EditorBlock } from './letter-blocks.ts'
import { LetterEditor } from './letter-editor.tsx'

const words = draftMessages.editor

type LetterSheetProps = {
  value: DraftValue
  issuer: { readonly name: string; readonly abbreviation: string } | undefined
  place: string
  signing: { readonly lines: readonly string[]; readonly name: string }
  fault: string | undefined
  onAddressees: (text: string) => void
  onBlocks: (blocks: readonly EditorBlock[]) => void
}

/** The sheet of paper that the letter will be: what the form knows is there already, the rest is written into it. */
export function LetterSheet({ value, issuer, place, signing, fault, onAddressees, onBlocks }: LetterSheetProps) {
  const type = findDocumentType(value.typeCode)
  const isLetter = value.typeCode === 'cong-van'
  const acting = value.recipients.filter(one => one.purpose === 'act')
  const year = Number(dayOf(new Date()).slice(0, 4))
  const notation = isLetter
    ? `${issuer?.abbreviation ?? ''}-…`
    : `${type?.abbreviation ?? ''}-${issuer?.abbreviation ?? ''}`
  return (
    <div className="letter-sheet">
      <div className="letter-cells">
        <p>
          <b>{issuer?.name.toLocaleUpperCase('vi')}</b>
          <br />
          {words.number} …/{notation}
          {isLetter && value.subject && (
            <>
              <br />
              {words.regarding} {value.subject}
            </>
          )}
        </p>
        <p>
          <b>{words.nation}</b>
          <br />
          <b>{words.motto}</b>
          <br />
          <i>{words.date(place, year)}</i>
        </p>
      </div>
      {!isLetter && (
        <p className="letter-name">
          {type?.name.toLocaleUpperCase('vi')}
          {value.subject && <span>{value.subject}</span>}
        </p>
      )}
      <div className="letter-to">
        <label htmlFor="letter-addressees">
          {value.typeCode === 'giay-moi' ? words.guests : words.addressees}:
          <span className="visually-hidden"> {words.addresseesHint}</span>
        </label>
        <div className="letter-grow" data-text={value.addressees}>
          <textarea
            id="letter-addressees"
            rows={1}
            value={value.addressees}
            placeholder={words.addresseesHint}
            spellCheck={false}
            onChange={event => onAddressees(event.target.value)}
          />
        </div>
        {acting.length > 0 && value.addressees.trim() === '' && (
          <Button small onClick={() => onAddressees(acting.map(one => one.name).join('\n'))}>
            {words.fromRecipients}
          </Button>
        )}
      </div>
      <LetterEditor blocks={value.blocks} onChange={onBlocks} fault={fault} />
      <div className="letter-foot">
        <div>
          <b>
            <i>{words.recipients}</i>
          </b>
          <ul>
            {recipientLines(value.recipients, value.addressees.split('\n')).map(line => (
              <li key={line}>- {line};</li>
            ))}
          </ul>
        </div>
        <div className="letter-signing">
          {signing.lines.map(line => (
            <b key={line}>{line}</b>
          ))}
          <span className="letter-unsigned">{words.unsigned}</span>
          <b>{signing.name}</b>
        </div>
      </div>
    </div>
  )
}
