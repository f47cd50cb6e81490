import IconInbox from '@tabler/icons-react/icons/IconInbox'
import { useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { Problem } from '#platform/ui/data/problem.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { ErrorState, ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { useHelpDrawer } from '#platform/ui/feedback/help-context.ts'
import { Loading } from '#platform/ui/feedback/loading.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'

const conflict = new Problem('answer', {
  type: 'urn:xaso:problem:platform.StateForbids',
  status: 409,
  code: 'platform.StateForbids',
  title: 'Văn bản đang ở trạng thái “Đã phân công” nên không làm được việc này.',
  detail: 'Hồ Văn Thuận đã giao xử lý lúc 08:20.',
  allowed: ['forward', 'comment', 'urge'],
})
const unsent = new Problem('link', {
  type: 'urn:xaso:problem:link',
  status: 0,
  code: 'link',
  title: 'Chưa lưu được lên máy chủ',
  detail: 'Hãy bấm “Gửi lại”. Nếu vẫn lỗi, gọi máy lẻ 102.',
  instance: 'k3J8s0aQ',
})
const help = {
  title: 'Hướng dẫn: Vào sổ',
  steps: [
    { text: 'Chọn tệp bản quét.' },
    { text: 'So từng mục với bản quét rồi bấm “Đúng”.' },
    { text: 'Bấm “Vào sổ”.' },
  ],
}

export function KitFeedback() {
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  useHelp(help)
  const drawer = useHelpDrawer()
  return (
    <div className="stack">
      <div className="row">
        <Button onClick={() => toast({ text: 'Đã chuyển 3 văn bản cho Phòng Kinh tế.', undo: () => undefined })}>
          Hiện thông báo
        </Button>
        <Button icon={actIconOf('number')} onClick={() => setAsking(true)}>
          {actLabels.number}
        </Button>
        <Button onClick={drawer?.open}>{actLabels.help}</Button>
      </div>
      <Note tone="green">Không thấy văn bản trùng số, ký hiệu và nơi ban hành.</Note>
      <Note tone="amber">Hạn dời sang 25/11 vì 24/11 là ngày nghỉ.</Note>
      <ProblemNote problem={unsent} onAgain={() => undefined} />
      <ConflictNotice problem={conflict} onReload={() => undefined} onAct={() => undefined} />
      <div className="card card-body">
        <ErrorState
          problem={unsent}
          kept
          onAgain={() => undefined}
          actions={<Button>{actLabels['leave-form']}</Button>}
        />
      </div>
      <div className="card">
        <EmptyState icon={IconInbox} title="Không có văn bản chờ vào sổ" action={<Button>{actLabels.register}</Button>}>
          Văn bản mới sẽ tự hiện ở đây. Văn bản gần nhất vào sổ lúc 08:10.
        </EmptyState>
      </div>
      <div className="card card-body">
        <Loading rows={3} onReload={() => undefined} />
      </div>
      <ConfirmDialog
        open={asking}
        title="Cấp số 214/BC-UBND, ngày 01/12/2026?"
        facts={[
          ['Văn bản', 'Báo cáo kết quả rà soát, làm sạch cơ sở dữ liệu đất đai'],
          ['Người ký', 'KT. Chủ tịch, Phó Chủ tịch Nguyễn Thị Hương Giang'],
          ['Sổ', 'Báo cáo, năm 2026. Số trước: 213, ngày 30/11'],
        ]}
        consequence="Số đã cấp không xóa và không dùng lại được. Nếu sai chỉ có thể hủy số, ghi rõ lý do."
        confirm="Cấp số 214"
        icon={actIconOf('number')}
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}
