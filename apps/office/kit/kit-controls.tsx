import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { DocumentNumber } from '#platform/ui/states/document-number.tsx'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import { type StateFamily, type StateOf, stateFamilies } from '#platform/ui/states/state-families.ts'
import { UrgencyStamp } from '#platform/ui/states/urgency-stamp.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'

export function KitControls() {
  return (
    <div className="stack">
      <div className="row">
        <Button look="primary" icon={actIconOf('direct')}>
          {actLabels.direct}
        </Button>
        <Button icon={actIconOf('return')}>{actLabels.return}</Button>
        <Button look="danger" icon={actIconOf('recall')}>
          {actLabels.recall}
        </Button>
        <Button look="plain">{actLabels['leave-form']}</Button>
        <Button small icon={actIconOf('urge')}>
          {actLabels.urge}
        </Button>
        <LinkButton to="today" icon={IconPlus}>
          Vào sổ văn bản giấy
        </LinkButton>
        <Menu label={actLabels['other-acts']}>
          <button type="button">{actLabels.forward}</button>
          <button type="button">{actLabels.print}</button>
          <button type="button" className="danger">
            {actLabels.cancel}
          </button>
        </Menu>
      </div>
      {familiesOf().map(([family, states]) => (
        <div className="row" key={family}>
          {states.map(state => (
            <StateChip key={state} family={family} state={state} />
          ))}
        </div>
      ))}
      <div className="row">
        <UrgencyStamp urgency={1} />
        <UrgencyStamp urgency={2} />
        <UrgencyStamp urgency={3} />
        <DocumentNumber>4127/UBND-NNMT</DocumentNumber>
      </div>
    </div>
  )
}

const familiesOf = () =>
  (Object.keys(stateFamilies) as StateFamily[]).map(
    family => [family, Object.keys(stateFamilies[family]) as StateOf<typeof family>[]] as const,
  )
