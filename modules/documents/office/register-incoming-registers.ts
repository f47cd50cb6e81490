import type { z } from '#lib/schemas/index.ts'
import type { Party } from '#modules/agencies/contract.ts'
import type { DueDateAnswer, RegisterList, RegisterView } from '#modules/documents/contract.ts'
import { useFind } from '#platform/ui/data/use-find.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import type { Leader } from './register-incoming-form.ts'

export type Route = RegisterView['routes'][number]['route']

/** The registers of arrivals; `live`, for the next number is that of everybody who registers. */
export function useRegisters(chosen: string) {
  const all = useResource<z.infer<typeof RegisterList>>('/registers', { live: ['documents.incoming'] })
  const incoming = all.data?.items.filter(({ direction }) => direction === 'incoming') ?? []
  const register = incoming.find(({ id }) => id === chosen) ?? incoming.find(one => one.isDefault) ?? incoming[0]
  return { incoming, register, known: all.data !== undefined }
}

/** The number that comes next in the register of a year; another clerk may be quicker. */
export function nextNumberOf(register: RegisterView | undefined, year: string): number | undefined {
  const period = register?.periods.find(one => one.period === year) ?? register?.periods.at(-1)
  return period?.opened ? period.lastNumber + 1 : undefined
}

const noDueDate: DueDateAnswer = { dueOn: null, dueBasis: null }

/** The deadline that the server proposes by the working calendar: for a day that the paper names, or by the register. */
export function useDueDate(question: Readonly<Record<string, string | undefined>> | undefined): DueDateAnswer {
  const asked = { query: question ?? {}, enabled: question !== undefined }
  return useResource<DueDateAnswer>('/documents/incoming/due-date', asked).data ?? noDueDate
}

/** As the server will choose it: the first route that fits the type, else to the leader. */
export const routeOf = (register: RegisterView | undefined, typeCode: string | null): Route =>
  register?.routes.find(
    ({ typeCodes }) => typeCodes.length === 0 || (typeCode !== null && typeCodes.includes(typeCode)),
  )?.route ?? 'leader'

const leaders = { role: 'leader', kind: 'seat' }
export const useFindLeader = () =>
  useFind('/parties', (one: Party): Leader => ({ id: one.id, name: one.name, note: one.detail }), leaders)
