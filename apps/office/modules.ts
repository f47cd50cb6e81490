import { agenciesOffice } from '#modules/agencies/office/screens.tsx'
import { documentsOffice } from '#modules/documents/office/screens.tsx'
import type { OfficeModule } from '#platform/ui/screens/screen.ts'

/** The modules whose screens this app shows, in any order: the menu is ordered by the entries themselves. */
export const officeModules: readonly OfficeModule[] = [agenciesOffice, documentsOffice]
