import type { Stories } from './circumstances.ts'
import { type Recipe, recipes } from './mix.ts'
import { minutesOfDay } from './office-hours.ts'
import type { Random } from './random.ts'
import { tellOutside, tellSent } from './stories.ts'
import type { SubjectRow } from './tables.ts'
import type { PlannedDocument } from './types.ts'

/** Answers that communes write, in the place of documents of their own. */
const mostAnswers = { first: 2, background: 75 }
const pools = {
  above: (row: SubjectRow) => staffedAbove.includes(row.from) && (row.to === 'X' || row.to === 'X*'),
  within: (row: SubjectRow) => staffedAbove.includes(row.from) && row.to !== 'X' && row.to !== 'X*',
  'to-communes': (row: SubjectRow) => !staffedAbove.includes(row.from) && ['X', 'X*', 'XO'].includes(row.to),
  'to-province': (row: SubjectRow) => row.to === 'T',
  own: (row: SubjectRow) => ['XA', 'HDX', 'TTX'].includes(row.from),
}
const staffedAbove = ['UBND', 'VPUB', 'SNV', 'STC', 'SNNMT', 'SKHCN', 'SXD']

/** The documents of the demonstration by the recipes of `mix.ts`; answers take the place of a commune's own documents. */
export function planDocuments(stories: Stories, random: Random): PlannedDocument[] {
  const documents: PlannedDocument[] = []
  const decks = new Map<string, SubjectRow[]>()
  const draw = (recipe: Recipe): SubjectRow => {
    const deck = decks.get(recipe.kind) ?? []
    const fits = (row: SubjectRow) =>
      (!recipe.withTerm || row.term !== null) && (!recipe.types || recipe.types.includes(row.type))
    let at = deck.findIndex(fits)
    if (at < 0) {
      deck.push(...random.shuffled(stories.tables.subjects.filter(pools[recipe.kind])))
      at = deck.findIndex(fits)
    }
    decks.set(recipe.kind, deck)
    return deck.splice(at, 1)[0]!
  }

  const answers = { first: 0, background: 0 }
  const taken = { first: 0, background: 0 }
  for (const [index, recipe] of recipes.entries()) {
    const { batch } = recipe
    for (let turn = 0; turn < recipe.count; turn++) {
      const state = recipe.kind === 'own' ? recipe.states[turn % recipe.states.length] : undefined
      if (state === 'dispatched' && taken[batch] < answers[batch]) {
        taken[batch]++
        continue
      }
      const name = `document/${index}/${turn}`
      const story = { name, recipe, turn, row: draw(recipe), start: startOf(stories, recipe, random) }
      if (recipe.kind === 'to-communes' || recipe.kind === 'to-province') {
        documents.push(tellOutside(stories, story, random))
        continue
      }
      const told = tellSent(stories, { ...story, answers: mostAnswers[batch] - answers[batch] }, random)
      answers[batch] += told.length - 1
      documents.push(...told)
    }
  }
  return documents
}

/** The office minute at which the document arrives, or its draft begins. */
function startOf({ hours }: Stories, recipe: Recipe, random: Random): number {
  const day = hours.dayBefore(random.between(recipe.age[0], recipe.age[1]))
  return Math.min(day + random.between(10, minutesOfDay - 120), hours.end - 120)
}
