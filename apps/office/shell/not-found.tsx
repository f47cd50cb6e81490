import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { officeMessages } from '../messages.vi.ts'

/** No screen has this address. */
export const NotFound = () => <Nothing {...officeMessages.notFound} />

/** The screen is there, for others. */
export const OtherSeats = () => <Nothing {...officeMessages.otherSeats} />

function Nothing({ title, detail }: { title: string; detail: string }) {
  return (
    <Page title={title} purpose={detail}>
      <LinkButton to="" icon={IconArrowLeft}>
        {officeMessages.notFound.home}
      </LinkButton>
    </Page>
  )
}
