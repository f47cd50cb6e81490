import { useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { Bars } from '#platform/ui/feedback/bars.tsx'
import { Meter } from '#platform/ui/feedback/meter.tsx'
import { DataRow, Rows } from '#platform/ui/layout/data-row.tsx'
import { Split } from '#platform/ui/layout/page.tsx'
import { Tabs } from '#platform/ui/layout/tabs.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { Deadline, type Lateness } from '#platform/ui/states/deadline.tsx'
import { DocumentNumber } from '#platform/ui/states/document-number.tsx'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'

const overdue: Lateness = { kind: 'overdue', days: 3 }
const today: Lateness = { kind: 'today', days: 0 }

export function KitLists() {
  const [ticked, setTicked] = useState(true)
  return (
    <>
      <Tabs
        label="Trạng thái"
        tabs={[
          { label: 'Chờ vào sổ', to: 'kit?tab=1', current: false, count: 3 },
          { label: 'Chờ chỉ đạo', to: 'kit?tab=2', current: false, count: 4 },
          { label: 'Đang xử lý', to: 'kit?tab=3', current: false, count: 38 },
          { label: 'Quá hạn', to: 'kit?tab=4', current: false, count: 3, late: true },
          { label: 'Hoàn thành', to: 'kit?tab=5', current: false },
          { label: 'Tất cả', to: 'kit', current: true },
        ]}
      />
      <Rows kind="documents" withTick label="Văn bản đến">
        <DataRow
          to="documents/1"
          subject="Đẩy nhanh tiến độ làm giàu, làm sạch cơ sở dữ liệu đất đai"
          unread
          urgency={1}
          tick={{ checked: ticked, onChange: setTicked }}
          facts={[<DocumentNumber key="n">4127/UBND-NNMT</DocumentNumber>, 'UBND tỉnh Quảng Trị', 'đến 25/11']}
          state={<StateChip family="incoming" state="awaiting-direction" />}
          holder="Chủ tịch Hồ Văn Thuận"
          deadline={<Deadline lateness={{ kind: 'in-time', days: 7 }} dueOn="2026-12-04" urgent />}
        />
        <DataRow
          to="documents/2"
          subject="Rà soát hộ nghèo, hộ cận nghèo theo chuẩn nghèo đa chiều năm 2026"
          tick={{ checked: false, onChange: () => undefined }}
          facts={['2984/SNNMT-PTNT', 'Sở Nông nghiệp và Môi trường', 'đến 12/11']}
          warning="bị sửa sau khi ký"
          state={<StateChip family="incoming" state="in-progress" />}
          holder="Hoàng Thị Thu Hà"
          deadline={<Deadline lateness={overdue} dueOn="2026-11-19" />}
        />
      </Rows>
      <Split
        aside={
          <>
            <h3>Văn bản đến hôm nay</h3>
            <Meter value={4} of={7} label="4 trong 7 văn bản đã vào sổ" />
            <Bars
              bars={[
                { name: 'Phòng Kinh tế', parts: parts(3, 4, 16) },
                { name: 'Trưởng các thôn', parts: parts(0, 3, 11) },
              ]}
            />
          </>
        }
      >
        <Rows kind="jobs" label="Việc hôm nay">
          <DataRow
            to="documents/3"
            subject="Báo cáo kết quả cải cách hành chính tháng 11"
            act={
              <Button small icon={actIconOf('dispatch')} className="row-act">
                {actLabels.dispatch}
              </Button>
            }
            facts={['đã ký số hôm 20/11', 'chưa gửi UBND tỉnh']}
            deadline={<Deadline lateness={overdue} dueOn="2026-11-20" />}
          />
          <DataRow
            to="documents/4"
            unread
            subject="Lịch ngừng, giảm cung cấp điện tháng 12 năm 2026"
            act={
              <Button small icon={actIconOf('register')} className="row-act">
                {actLabels.register}
              </Button>
            }
            facts={['312/TB-ĐLCL', 'Điện lực Cam Lộ', 'đến 07:55, văn bản giấy']}
            deadline={<Deadline lateness={today} dueOn="2026-11-25" />}
          />
        </Rows>
      </Split>
    </>
  )
}

const parts = (late: number, soon: number, onTime: number) =>
  [
    { kind: 'late', word: 'quá hạn', count: late },
    { kind: 'soon', word: 'sắp đến hạn', count: soon },
    { kind: 'on-time', word: 'trong hạn', count: onTime },
  ] as const
