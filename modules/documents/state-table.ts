import type { ProblemError } from '#lib/problem-details/index.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import { type ActLabel, actLabels } from '#platform/ui/text/act-labels.ts'

/** What an act needs in a state, and what follows it. */
export type Step<State extends string, Who extends string, Need extends string> = {
  /** The states that may follow; several where what the act says decides, the state itself where it stays. */
  readonly to: readonly State[]
  /** Who may: anybody who is one of these to the document. */
  readonly by: readonly Who[]
  /** What must be there besides. */
  readonly needs?: readonly Need[]
  /** The law or the other side wants a reason. */
  readonly reason?: true
}

export type Steps<State extends string, Act extends string, Who extends string, Need extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Act, Step<State, Who, Need>>>>>
>

/** What somebody is to a document, and what it has, when he asks for an act. */
export type Standpoint<Who extends string, Need extends string> = {
  readonly is: ReadonlySet<Who>
  readonly has: ReadonlySet<Need>
}

/**
 * The one truth about a subject's states: routes refuse by it, a 409 names the acts that it allows, buttons are made of
 * it, and the module's README shows it.
 *
 * @param words how a user reads a state, and who is meant by a part, in Vietnamese
 * @example
 * const table = stateTable<'draft' | 'sent', 'send', 'author', never>(
 *   { draft: { send: { to: ['sent'], by: ['author'] } }, sent: {} },
 *   { states: { draft: 'Dự thảo', sent: 'Đã gửi' }, who: { author: 'người soạn' } },
 * )
 * table.allowed('draft', { is: new Set(['author']), has: new Set() })   // ['send']
 */
export function stateTable<State extends string, Act extends string, Who extends string, Need extends string>(
  steps: Steps<State, Act, Who, Need>,
  words: { readonly states: Readonly<Record<State, string>>; readonly who: Readonly<Record<Who, string>> },
) {
  type At = Standpoint<Who, Need>
  const find = (state: State, act: Act): Step<State, Who, Need> | undefined => steps[state][act]
  const isOneOf = (step: Step<State, Who, Need>, at: At) => step.by.some(who => at.is.has(who))
  const hasAll = (step: Step<State, Who, Need>, at: At) => (step.needs ?? []).every(need => at.has.has(need))
  const entries = (state: State) => Object.entries(steps[state]) as [Act, Step<State, Who, Need>][]

  /** The acts that may be done now, in the order of the table. */
  const allowed = (state: State, at: At): Act[] =>
    entries(state)
      .filter(([, step]) => isOneOf(step, at) && hasAll(step, at))
      .map(([act]) => act)

  /**
   * Lets an act pass or says why not: 409 when the state forbids it (with who did what last; the route adds what is allowed now),
   * 403 when it is another's, or what `missing` says of a need that is not met.
   */
  function require(
    asked: { readonly state: State; readonly act: Act } & At,
    said: { readonly last: string; readonly missing?: Partial<Readonly<Record<Need, () => ProblemError>>> },
  ): Step<State, Who, Need> {
    const { state, act } = asked
    const step = find(state, act)
    const refusal = () => platformErrors.StateForbids({ state: words.states[state], last: said.last })
    if (!step) throw refusal()
    if (!isOneOf(step, asked)) throw platformErrors.NotAllowed({ roles: step.by.map(who => words.who[who]).join(', ') })
    const missing = (step.needs ?? []).find(need => !asked.has.has(need))
    if (missing) throw said.missing?.[missing]?.() ?? refusal()
    return step
  }

  /** The table as Markdown, one row for each way of an act, for the README: a test keeps both alike. */
  function markdown(): string {
    const ways = (Object.keys(steps) as State[]).flatMap(state =>
      entries(state).map(([act, { to, by, needs, reason }]) => ({
        from: state,
        act,
        next: followers(state, to),
        who: by.join(', '),
        needs: [...(needs ?? []), ...(reason ? ['reason'] : [])].join(', '),
      })),
    )
    const alike = Map.groupBy(ways, ({ act, next, who, needs }) => [act, next, who, needs].join(' | '))
    const rows = [...alike.values()]
      .toSorted(([one], [other]) => acts.indexOf(one!.act) - acts.indexOf(other!.act))
      .map(same => {
        const { act, next, who, needs } = same[0]!
        const from = same.map(way => `\`${way.from}\``).join(' ')
        const label = act in actLabels ? ` ${actLabels[act as unknown as ActLabel]}` : ''
        return `| \`${act}\`${label} | ${from} | ${next} | ${who} | ${needs} |`
      })
    const table = ['| act | from | to | who | needs |', '|---|---|---|---|---|', ...rows]
    const names = (Object.keys(steps) as State[]).map(state => `\`${state}\` ${words.states[state]}`)
    return [`States: ${names.join(' · ')}`, '', ...table].join('\n')
  }

  const acts = [...new Set((Object.keys(steps) as State[]).flatMap(state => entries(state).map(([act]) => act)))]
  const followers = (state: State, to: readonly State[]): string =>
    to.length > 2 ? to.map(quoted).join(' ') : to.map(next => (next === state ? 'stays' : quoted(next))).join(' ')
  const quoted = (state: State): string => `\`${state}\``

  return { steps, words, find, allowed, require, markdown }
}
