import IconHelp from '@tabler/icons-react/icons/IconHelp'
import { Button } from '#platform/ui/actions/button.tsx'
import { useHelpDrawer } from '#platform/ui/feedback/help-context.ts'
import { PanelNav } from '#platform/ui/layout/reader.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { registerMessages as words } from './register-incoming-messages.vi.ts'

/** Back to the list, and the help of the screen. */
export function RegisterNav() {
  const help = useHelpDrawer()
  return (
    <PanelNav back={{ to: 'documents/incoming', label: words.list }}>
      {help?.offered && (
        <Button look="plain" icon={IconHelp} onClick={help.open}>
          {actLabels.help}
        </Button>
      )}
    </PanelNav>
  )
}
