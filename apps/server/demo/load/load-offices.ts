import { createAgency } from '#modules/agencies/create-agency.ts'
import { createIssuer } from '#modules/agencies/create-issuer.ts'
import { createPersonWithLogin } from '#modules/agencies/create-person.ts'
import { giveSeat } from '#modules/agencies/give-seat.ts'
import { saveUnit } from '#modules/agencies/save-unit.ts'
import { setSupport } from '#modules/agencies/set-support.ts'
import type { SystemActor } from '#platform/acts/actor.ts'
import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { hashPassword } from '#platform/sessions/passwords.ts'
import { demonstrationPassword } from '../staff.ts'
import type { DemonstrationPlan, PlannedAgency } from '../types.ts'

export const loader: SystemActor = { kind: 'system', name: 'demonstration' }
export const fromLoader = { requestId: 'demonstration', network: 'local' }

/** Loads record offices, issuers, units, people and seats, parents first; each agency in a transaction of its own. */
export async function loadOffices(machinery: ActMachinery, plan: DemonstrationPlan): Promise<void> {
  const passwordHash = await hashPassword(demonstrationPassword)
  const at = new Date(`${plan.agencies[0]!.openedOn}T00:00:00Z`)
  for (const agency of parentsFirst(plan.agencies))
    await runAct(machinery, { agency: agency.id, actor: loader, origin: fromLoader, at }, context =>
      loadOffice(context, plan, agency, passwordHash),
    )
}

async function loadOffice(context: Context, plan: DemonstrationPlan, agency: PlannedAgency, passwordHash: string) {
  await createAgency(context, agency)
  const outsiders = agency.parentId === null ? plan.issuers.filter(issuer => issuer.agencyId === null) : []
  for (const issuer of [...plan.issuers.filter(one => one.agencyId === agency.id), ...outsiders])
    await createIssuer(context, { ...issuer, identifiers: issuer.identifiers.map(one => one.code) })
  for (const unit of plan.units.filter(one => one.agencyId === agency.id)) await saveUnit(context, unit)
  for (const seat of plan.seats.filter(one => one.agencyId === agency.id)) {
    await loadPerson(context, plan, seat.personId, passwordHash)
    await giveSeat(context, {
      id: seat.id,
      person: { personId: seat.personId },
      unitId: seat.unitId,
      issuerId: seat.issuerId,
      role: seat.role,
      standing: seat.standing,
      title: seat.title,
      ordinal: seat.ordinal,
      validFrom: seat.validFrom,
      validTo: seat.validTo,
    })
  }
  const administrator = plan.seats.find(one => one.agencyId === agency.id && one.role === 'agency-admin')
  const helper = plan.people.find(one => one.id === administrator?.personId)
  if (administrator && helper)
    await setSupport(context, { name: `${helper.fullName}, ${administrator.title}`, phone: madeUpPhone })
}

/** In no range that is given out. */
const madeUpPhone = '0233 000 0000'

async function loadPerson(context: Context, plan: DemonstrationPlan, personId: string, passwordHash: string) {
  const person = plan.people.find(one => one.id === personId)!
  const account = plan.accounts.find(one => one.personId === personId)!
  await createPersonWithLogin(context, {
    personId,
    fullName: person.fullName,
    login: account.login,
    passwordHash,
    mustChangePassword: false,
  })
}

function parentsFirst(agencies: readonly PlannedAgency[]): readonly PlannedAgency[] {
  const depth = (agency: PlannedAgency): number => {
    const parent = agencies.find(one => one.id === agency.parentId)
    return parent ? depth(parent) + 1 : 0
  }
  return agencies.toSorted((left, right) => depth(left) - depth(right))
}
