import { fold } from '#lib/vietnamese/index.ts'
import { plainLetters } from './province.ts'
import type { Random } from './random.ts'
import type { Tables } from './tables.ts'

/** Makes up people: every name is drawn from weighted parts, and no two are alike. */
export type PeopleMaker = {
  name(): string
  /** 'Trương Thị Ngọc Lan' of Cam Lộ → 'lan.ttn.camlo'; a second one gets a number. */
  login(fullName: string, place: string): string
}

export function peopleMaker(tables: Tables, random: Random): PeopleMaker {
  const names = new Set<string>()
  const logins = new Set<string>()
  const part = (name: 'family' | 'middle' | 'given', sex: string) =>
    random.pickWeighted(tables.names.filter(row => row.part === name && (row.sex === sex || row.sex === 'any'))).name

  const draw = (): string => {
    const sex = random.chance(0.5) ? 'female' : 'male'
    const [family, middle, given] = [part('family', sex), part('middle', sex), part('given', sex)]
    const repeats =
      new Set(`${family} ${middle} ${given}`.split(' ').map(fold)).size < `${middle} ${given}`.split(' ').length + 1
    return repeats ? draw() : `${family} ${middle} ${given}`
  }

  return {
    name() {
      let name = draw()
      while (names.has(name)) name = draw()
      names.add(name)
      return name
    },
    login(fullName, place) {
      const words = fullName.split(' ').map(plainLetters)
      const given = words.at(-1)
      const letters = words
        .slice(0, -1)
        .map(word => word.charAt(0))
        .join('')
      const base = `${given}.${letters}.${place}`
      let login = base
      for (let count = 2; logins.has(login); count++) login = `${base}${count}`
      logins.add(login)
      return login
    },
  }
}
