import { Icon } from '../icons/icon.tsx'
import { type StateFamily, type StateLook, type StateOf, stateFamilies } from './state-families.ts'

/**
 * A state as word, shape and colour.
 *
 * @example <StateChip family="incoming" state={document.state} />
 */
export function StateChip<Family extends StateFamily>({ family, state }: { family: Family; state: StateOf<Family> }) {
  const looks: Readonly<Record<string, StateLook>> = stateFamilies[family]
  const look = looks[state]
  if (!look) return null
  return (
    <span className={`chip tone-${look.tone}`}>
      <Icon of={look.icon} />
      {look.word}
    </span>
  )
}

/** The word of a state, for sentences and for the names of things. */
export function stateWord<Family extends StateFamily>(family: Family, state: StateOf<Family>): string {
  const looks: Readonly<Record<string, StateLook>> = stateFamilies[family]
  return looks[state]?.word ?? state
}
