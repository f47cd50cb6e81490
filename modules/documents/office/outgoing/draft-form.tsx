import { type ReactNode, useState } from 'react'
import { findDocumentType } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import type { OwnAgency } from '#modules/agencies/contract.ts'
import type { SignerList } from '#modules/documents/contract.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import type { Draft } from '#platform/ui/data/use-draft.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { DraftLine } from '#platform/ui/forms/draft-line.tsx'
import { ErrorSummary } from '#platform/ui/forms/error-summary.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { Desk, Panel, PanelNav, Reader } from '#platform/ui/layout/reader.tsx'
import { DraftFacts } from './draft-facts.tsx'
import { DraftFiles } from './draft-files.tsx'
import { draftMessages as words } from './draft-messages.vi.ts'
import { type DraftValue, type Fault, faultsOf, type Signer, signingOf } from './draft-value.ts'
import { LetterSheet } from './letter-sheet.tsx'
import './draft-form.css'

type DraftFormProps = {
  title: string
  draft: Draft<DraftValue>
  back: { readonly to: string; readonly label: string }
  /** What it answers, or that somebody else has it. */
  above?: ReactNode
  /** What the server refused, over the buttons. */
  refusal?: ReactNode
  saving: boolean
  saveLabel: string
  onSave: (value: DraftValue, signers: readonly Signer[]) => void
}

/** A draft while it is written: the sheet or the files on the left, what the document says of itself on the right. */
export function DraftForm({ title, draft, back, above, refusal, saving, saveLabel, onSave }: DraftFormProps) {
  const { value, change } = draft
  const [tried, setTried] = useState(false)
  const agency = useResource<z.infer<typeof OwnAgency>>('/agency')
  const issuers = agency.data?.issuers ?? []
  const issuer = issuers.find(one => one.id === value.issuerId) ?? issuers[0]
  const signers = useResource<z.infer<typeof SignerList>>('/documents/outgoing/signers', {
    query: { issuerId: value.issuerId || undefined, typeCode: value.typeCode },
  })
  const uploadOnly = whyUploadOnly(value.typeCode, issuer?.kind)
  const source = uploadOnly ? 'upload' : value.source
  const shown = { ...value, source }
  const faults = tried ? faultsOf(shown) : []
  const faultOf = (fault: Fault) => (faults.includes(fault) ? words.faults[fault] : undefined)
  const { lines, signer } = signingOf(value, signers.data?.items ?? [])

  function save() {
    setTried(true)
    if (faultsOf(shown).length === 0) onSave(shown, signers.data?.items ?? [])
  }

  const desk = (
    <Desk
      label={words.parts.document}
      tools={
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend has no place in a bar of tools.
        <div className="row" role="group" aria-label={words.source}>
          {(['template', 'upload'] as const).map(one => (
            <Button
              key={one}
              look="plain"
              aria-pressed={source === one}
              className="draft-source"
              onClick={() => change({ source: one })}
            >
              {words.sources[one]}
            </Button>
          ))}
        </div>
      }
    >
      {source === 'template' ? (
        <>
          <LetterSheet
            value={shown}
            issuer={issuer}
            place={agency.data?.placeName ?? ''}
            signing={{ lines, name: signer?.name ?? '' }}
            fault={faultOf('content')}
            onAddressees={addressees => change({ addressees })}
            onBlocks={blocks => change({ blocks })}
          />
          <div className="draft-desk-files">
            <DraftFiles value={shown} onChange={change} fault={undefined} />
          </div>
        </>
      ) : (
        <div className="draft-desk-files">
          {uploadOnly && <p className="secondary">{uploadOnly}</p>}
          <DraftFiles value={shown} onChange={change} fault={faultOf('content') ?? faultOf('twoMains')} />
        </div>
      )}
    </Desk>
  )

  return (
    <Reader
      kind="entry"
      parts={words.parts}
      startWith="act"
      desk={desk}
      panel={
        <Panel
          label={words.panel}
          nav={<PanelNav back={back} />}
          foot={
            <>
              <Button look="primary" busy={saving} data-key="primary" onClick={save}>
                {saveLabel}
              </Button>
              <LinkButton to={back.to}>{words.leave}</LinkButton>
            </>
          }
        >
          <div className="form draft-form">
            <div className="title-line">
              <h1 className="document-title" tabIndex={-1}>
                {title}
              </h1>
              <DraftLine draft={draft} />
            </div>
            <ErrorSummary errors={faults.map(fault => ({ path: fault, message: words.faults[fault] }))} />
            {above}
            <DraftFacts
              value={shown}
              issuers={issuers}
              signers={signers.data?.items}
              faultOf={faultOf}
              onChange={change}
            />
            {value.basedOn > 0 && (
              <TextField
                label={words.versionNote}
                optional
                maxLength={500}
                value={value.versionNote}
                onChange={versionNote => change({ versionNote })}
              />
            )}
            {refusal}
          </div>
        </Panel>
      }
    />
  )
}

/** Texts that have no template here; those of the Party are not under NĐ 30. */
function whyUploadOnly(typeCode: string, issuerKind: string | undefined): string | undefined {
  if (issuerKind === 'party') return words.partyOnly
  const layouts = findDocumentType(typeCode)?.layouts ?? []
  return layouts.some(layout => layout === '1.4' || layout === '1.5' || layout === '1.7')
    ? undefined
    : words.templateOnly
}
