import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { installationId } from '#platform/installation/installation.ts'
import { createIssuer } from '../create-issuer.ts'
import { centralBodies } from './central-bodies.ts'

/**
 * Enters the central bodies that came with the program into the directory; one whose code somebody bears already stays as
 * it is, whatever it has been called or whoever entered it since.
 */
export const loadCentralBodies = (machinery: ActMachinery): Promise<void> =>
  runAct(
    machinery,
    {
      agency: installationId,
      actor: { kind: 'system', name: 'installation' },
      origin: { requestId: 'central-bodies', network: 'local' },
    },
    async context => {
      const bodies = centralBodies()
      const borne = await context.tx
        .selectFrom('issuer_identifiers')
        .select('code')
        .where(
          'code',
          'in',
          bodies.flatMap(body => body.identifiers),
        )
        .execute()
      const known = new Set(borne.map(row => row.code))
      for (const body of bodies) if (!body.identifiers.some(code => known.has(code))) await createIssuer(context, body)
    },
  )
