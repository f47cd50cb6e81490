import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { Page, Section } from '#platform/ui/layout/page.tsx'
import { usePathPart, useTitle } from '#platform/ui/screens/use-address.ts'
import { dayOf, formatDay } from '#platform/ui/text/format.ts'
import type { AgencyCard, NewPassword } from '../../contract.ts'
import { FirstPassword, type GivenPassword } from '../password-dialogs.tsx'
import { AppointForm, ResetAdministratorForm } from './administrator-forms.tsx'
import { CloseForm } from './close-form.tsx'
import { IdentifierForm } from './identifier-form.tsx'
import { IssuerForm } from './issuer-form.tsx'
import { installationMessages } from './messages.vi.ts'
import { ReaderForm } from './reader-form.tsx'
import { Readers } from './readers.tsx'
import { RenameForm } from './rename-form.tsx'
import '../office.css'

const words = installationMessages.agency
type Issuer = AgencyCard['issuers'][number]
type Administrator = AgencyCard['administrators'][number]
type Opened =
  | { readonly what: 'issuer' }
  | { readonly what: 'identifier'; readonly issuer: Issuer }
  | { readonly what: 'rename'; readonly issuer: Issuer }
  | { readonly what: 'close' }
  | { readonly what: 'read' }
  | { readonly what: 'appoint' }
  | { readonly what: 'reset'; readonly administrator: Administrator }
  | { readonly what: 'password'; readonly given: GivenPassword }

/** One office of the installation: what it needs before its own administrator can go on alone. */
export default function Agency() {
  const id = usePathPart('agency')
  const card = useResource<AgencyCard>(`/installation/agencies/${id}`)
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const name = card.data?.agency.name
  useTitle(name, installationMessages.title)
  return (
    <Page
      title={name ?? installationMessages.title}
      purpose={words.purpose}
      actions={
        <LinkButton to="installation" icon={IconArrowLeft}>
          {words.back}
        </LinkButton>
      }
    >
      <ResourceView resource={card}>
        {({ agency, closing, issuers, administrators, readers }) => (
          <>
            {agency.closedOn && (
              <Note tone="amber">
                {[
                  installationMessages.close.closed(formatDay(agency.closedOn)),
                  closing?.basis && installationMessages.close.closedBy(closing.basis),
                  closing?.successor && installationMessages.close.succeededBy(closing.successor),
                ]
                  .filter(Boolean)
                  .join(' ')}
              </Note>
            )}
            <Section title={words.issuers}>
              <ul className="admin-list">
                {issuers.map(issuer => (
                  <IssuerLine
                    key={issuer.id}
                    issuer={issuer}
                    closed={isClosed(agency)}
                    onIdentify={() => setOpened({ what: 'identifier', issuer })}
                    onRename={() => setOpened({ what: 'rename', issuer })}
                  />
                ))}
              </ul>
              {agency.closedOn === null && (
                <Button icon={IconPlus} onClick={() => setOpened({ what: 'issuer' })}>
                  {installationMessages.issuers.add}
                </Button>
              )}
            </Section>
            {agency.closedOn && (
              <Readers agencyId={agency.id} readers={readers} onAdd={() => setOpened({ what: 'read' })} />
            )}
            {!isClosed(agency) && (
              <Section title={words.administrators}>
                <p className="secondary">{words.next}</p>
                {administrators.length === 0 && <Note tone="amber">{words.noAdministrator}</Note>}
                <ul className="admin-list">
                  {administrators.map(administrator => (
                    <AdministratorLine
                      key={administrator.seatId}
                      agencyId={agency.id}
                      administrator={administrator}
                      onGiven={given => setOpened({ what: 'password', given })}
                      onReset={() => setOpened({ what: 'reset', administrator })}
                    />
                  ))}
                </ul>
                <Button icon={IconPlus} onClick={() => setOpened({ what: 'appoint' })}>
                  {installationMessages.administrators.appoint}
                </Button>
              </Section>
            )}
            {agency.closedOn === null && (
              <Section title={installationMessages.close.section}>
                <p className="secondary">{installationMessages.close.purpose}</p>
                <Button look="danger" onClick={() => setOpened({ what: 'close' })}>
                  {installationMessages.close.act}
                </Button>
              </Section>
            )}
            {opened?.what === 'issuer' && (
              <IssuerForm agencyId={agency.id} place={placeOf(agency.name)} onClose={close} />
            )}
            {opened?.what === 'identifier' && (
              <IdentifierForm path={pathOf(agency.id, opened.issuer)} issuer={opened.issuer} onClose={close} />
            )}
            {opened?.what === 'rename' && (
              <RenameForm path={pathOf(agency.id, opened.issuer)} issuer={opened.issuer} onClose={close} />
            )}
            {opened?.what === 'read' && <ReaderForm agencyId={agency.id} onClose={close} />}
            {opened?.what === 'close' && <CloseForm agency={agency} onClose={close} />}
            {opened?.what === 'reset' && (
              <ResetAdministratorForm
                agencyId={agency.id}
                administrator={opened.administrator}
                onGiven={given => setOpened({ what: 'password', given })}
                onClose={close}
              />
            )}
            {opened?.what === 'appoint' && (
              <AppointForm
                agencyId={agency.id}
                onGiven={given => setOpened(given && { what: 'password', given })}
                onClose={close}
              />
            )}
            {opened?.what === 'password' && <FirstPassword given={opened.given} onClose={close} />}
          </>
        )}
      </ResourceView>
    </Page>
  )
}

const pathOf = (agencyId: string, issuer: Issuer) => `/installation/agencies/${agencyId}/issuers/${issuer.id}`
const isClosed = ({ closedOn }: AgencyCard['agency']) => closedOn !== null && closedOn <= dayOf(new Date())

type IssuerLineProps = { issuer: Issuer; closed: boolean; onIdentify: () => void; onRename: () => void }

function IssuerLine({ issuer, closed, onIdentify, onRename }: IssuerLineProps) {
  const { name, abbreviation, identifier, otherNames, otherCodes } = issuer
  const today = dayOf(new Date())
  const act = identifier ? words.changeIdentifier : words.giveIdentifier
  return (
    <li>
      <div>
        <b>{name}</b>
        <p className="small secondary">
          {words.abbreviation(abbreviation)}
          {identifier ? (
            ` · ${words.identifier(identifier)}`
          ) : (
            <span className="text-amber"> · {words.noIdentifier}</span>
          )}
        </p>
        {otherNames.map(other => (
          <p key={other.from} className="small secondary">
            {other.from > today ? words.willBe(other.name, formatDay(other.from)) : words.formerly(other.name)}
          </p>
        ))}
        {otherCodes.map(({ code, scheme, from, to }) => (
          <p key={`${code}${from}`} className="small secondary">
            {words.otherCode(words.schemes[scheme], code, formatDay(from), to && formatDay(to))}
          </p>
        ))}
      </div>
      <div className="row">
        {!closed && (
          <Button small aria-label={words.renameOf(name)} onClick={onRename}>
            {words.rename}
          </Button>
        )}
        <Button small aria-label={words.identifierOf(act, name)} onClick={onIdentify}>
          {act}
        </Button>
      </div>
    </li>
  )
}

type AdministratorLineProps = {
  agencyId: string
  administrator: Administrator
  onGiven: (given: GivenPassword) => void
  onReset: () => void
}

function AdministratorLine({ agencyId, administrator, onGiven, onReset }: AdministratorLineProps) {
  const { seatId, fullName, login, mustChangePassword } = administrator
  const renew = useSend<z.infer<typeof NewPassword>>({ title: words.renew, changes: ['/installation'] })

  async function give() {
    const sent = await renew.send(`/installation/agencies/${agencyId}/administrators/${seatId}/first-password`, {})
    if (sent) onGiven({ name: fullName, login: sent.value.login, password: sent.value.firstPassword })
  }
  return (
    <li>
      <div>
        <b>{fullName}</b>
        <p className="small secondary">
          {login && words.login(login)}
          {mustChangePassword && <span className="text-amber"> · {words.notYet}</span>}
        </p>
        {renew.problem && <ProblemNote problem={renew.problem} onAgain={renew.again} />}
      </div>
      {!mustChangePassword && (
        <Button small aria-label={words.resetOf(fullName)} onClick={onReset}>
          {words.reset}
        </Button>
      )}
      {mustChangePassword && (
        <Button small busy={renew.sending} aria-label={words.renewOf(fullName)} onClick={give}>
          {words.renew}
        </Button>
      )}
    </li>
  )
}

/** 'Ủy ban nhân dân xã Cam Lộ' → 'xã Cam Lộ'; nothing for an office of another kind. */
const placeOf = (name: string): string => /(?:^|\s)((?:xã|phường|đặc khu|tỉnh|thành phố)\s.+)$/iu.exec(name)?.[1] ?? ''
