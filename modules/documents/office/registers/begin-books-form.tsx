import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { OwnAgency } from '#modules/agencies/contract.ts'
import { newId } from '#platform/ui/data/ids.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { administerMessages } from './administer-messages.vi.ts'

const words = administerMessages.begin

type Issuer = z.infer<typeof OwnAgency>['issuers'][number]
type Book = {
  readonly registerId: string
  readonly seriesId: string
  readonly direction: 'incoming' | 'outgoing'
  readonly issuerId: string
  readonly code: string
  readonly name: string
  readonly seriesName: string
  readonly isDefault: boolean
  /** As it is typed. */
  readonly lastNumber: string
}
type BooksValue = { readonly basis: string; readonly books: readonly Book[] }
type BeginBooksFormProps = { issuers: readonly [Issuer, ...Issuer[]]; onClose: () => void }

/** The registers of an office that has none yet, in one form: what is asked is the last number of each on paper. */
export function BeginBooksForm({ issuers, onClose }: BeginBooksFormProps) {
  const [initial] = useState<BooksValue>(() => ({ basis: '', books: usualBooks(issuers) }))
  const draft = useDraft<BooksValue>('registers:begin', initial)
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const begin = useSend({ title: words.title, changes: ['/registers', '/series'] })
  const toast = useToast()
  const faults = tried ? faultsOf(value) : []

  async function send() {
    setTried(true)
    if (faultsOf(value).length > 0) return
    const books = value.books.map(book => ({ ...book, lastNumber: Number(book.lastNumber.trim()) }))
    const sent = await begin.send('/registers/usual', { basis: value.basis, books })
    if (!sent) return
    draft.clear()
    toast({ text: words.done(books.length) })
    onClose()
  }
  const type = (registerId: string, lastNumber: string) =>
    change(({ books }) => ({
      books: books.map(book => (book.registerId === registerId ? { ...book, lastNumber } : book)),
    }))
  return (
    <FormDialog
      title={words.title}
      draft={draft}
      faults={faults}
      sender={begin}
      saveLabel={words.confirm}
      onSave={send}
      onClose={onClose}
    >
      <p className="secondary">{words.why}</p>
      {value.books.map((book, index) => (
        <TextField
          key={book.registerId}
          label={words.lastNumber(book.name)}
          hint={nextOf(book) ?? (index === 0 ? words.lastHint : undefined)}
          name={book.registerId}
          className="width-number"
          inputMode="numeric"
          value={book.lastNumber}
          error={faults.find(fault => fault.path === book.registerId)?.message}
          onChange={lastNumber => type(book.registerId, lastNumber)}
        />
      ))}
      <TextField
        label={administerMessages.form.basis}
        hint={administerMessages.form.basisHint}
        name="basis"
        maxLength={300}
        value={value.basis}
        error={faults.find(fault => fault.path === 'basis')?.message}
        onChange={basis => change({ basis })}
      />
    </FormDialog>
  )
}

/** One register of arrivals for the office, one of outgoing documents for each of its issuers. */
function usualBooks(issuers: BeginBooksFormProps['issuers']): Book[] {
  const { usualNames, usualCodes, seriesNames } = administerMessages.form
  const ids = () => ({ registerId: newId(), seriesId: newId(), lastNumber: '' })
  const several = issuers.length > 1
  return [
    {
      ...ids(),
      ...{ direction: 'incoming', issuerId: issuers[0].id, isDefault: true },
      ...{ code: usualCodes.incoming, name: usualNames.incoming, seriesName: seriesNames.incoming },
    },
    ...issuers.map(
      ({ id, abbreviation, name }, index): Book => ({
        ...ids(),
        ...{ direction: 'outgoing', issuerId: id, isDefault: index === 0 },
        code: several ? `${usualCodes.outgoing}-${abbreviation}` : usualCodes.outgoing,
        name: several ? words.of(usualNames.outgoing, name) : usualNames.outgoing,
        seriesName: several ? words.of(seriesNames.outgoing, abbreviation) : seriesNames.outgoing,
      }),
    ),
  ]
}

/** The first number that will be given, to be held against the paper book before it is saved. */
const nextOf = ({ lastNumber }: Book): string | undefined =>
  isNumber(lastNumber) ? administerMessages.opening.next(Number(lastNumber.trim()) + 1) : undefined

const isNumber = (text: string): boolean => /^\d{1,7}$/.test(text.trim())

function faultsOf({ basis, books }: BooksValue): { path: string; message: string }[] {
  const { missing } = administerMessages.form
  return [
    ...books
      .filter(book => !isNumber(book.lastNumber))
      .map(book => ({ path: book.registerId, message: words.missing(book.name) })),
    ...(basis.trim() === '' ? [{ path: 'basis', message: missing.basis }] : []),
  ]
}
