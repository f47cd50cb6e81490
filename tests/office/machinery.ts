import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { inject } from 'vitest'
import { agenciesPort } from '#modules/agencies/port.ts'
import type { Ports } from '#platform/acts/context.ts'
import type { ActMachinery } from '#platform/acts/run.ts'
import { openFileStore } from '#platform/files/store.ts'
import { liveEvents } from '#platform/notifications/live-events.ts'

export type MachineryOptions = Partial<Omit<ActMachinery, 'pool' | 'ports'>> & {
  /** The ports that the acts under test call; that of agencies is always there. */
  readonly ports?: Partial<Ports>
}

/**
 * What acts stand on in a test: the real parts on the given pool. A part that was not given and is used nevertheless
 * says so (a port, the workshop).
 */
export function testMachinery(pool: pg.Pool, options: MachineryOptions = {}): ActMachinery {
  const { ports, ...parts } = options
  return {
    pool,
    events: liveEvents(),
    // In the folder of the run's PostgreSQL: it is removed with it.
    store: openFileStore(mkdtempSync(path.join(inject('testServer').folder, 'files-'))),
    workshop: notGiven('workshop'),
    wakeRelay: () => {},
    rightsChanged: () => {},
    ...parts,
    ports: {
      assignments: notGiven('ports.assignments'),
      documents: notGiven('ports.documents'),
      noticeSubjects: notGiven('ports.noticeSubjects'),
      signatures: notGiven('ports.signatures'),
      agencies: agenciesPort,
      ...ports,
    },
  }
}

function notGiven<Part extends object>(name: string): Part {
  return new Proxy({} as Part, {
    get: () => {
      throw new Error(`this test uses ${name} but was not given one`)
    },
  })
}
