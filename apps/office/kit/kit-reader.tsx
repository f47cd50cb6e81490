import IconDownload from '@tabler/icons-react/icons/IconDownload'
import IconHistory from '@tabler/icons-react/icons/IconHistory'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck'
import { Button } from '#platform/ui/actions/button.tsx'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { Stepper } from '#platform/ui/history/stepper.tsx'
import { Timeline } from '#platform/ui/history/timeline.tsx'
import { Tree } from '#platform/ui/history/tree.tsx'
import { Desk, Fold, Panel, PanelNav, Reader, Verdict } from '#platform/ui/layout/reader.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { Deadline } from '#platform/ui/states/deadline.tsx'
import { StateChip } from '#platform/ui/states/state-chip.tsx'
import { UrgencyStamp } from '#platform/ui/states/urgency-stamp.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'

const paragraphs = [
  'Kính gửi: Ủy ban nhân dân các xã, phường, đặc khu.',
  'Đến ngày 20/11/2026 toàn tỉnh đã rà soát 81,6% số thửa đất phải thực hiện; một số địa phương còn chậm. Ủy ban nhân dân tỉnh yêu cầu:',
  'a) Rà soát, đối chiếu thông tin chủ sử dụng của các thửa đất còn lại với cơ sở dữ liệu quốc gia về dân cư; phân công người phụ trách từng thôn, tổ dân phố.',
  'b) Báo cáo kết quả về Sở Nông nghiệp và Môi trường trước ngày 04/12/2026.',
]

export function KitReader() {
  return (
    <main className="app app-wide">
      <Reader
        parts={{ document: 'Văn bản', act: 'Ý kiến' }}
        head={
          <>
            <div className="title-line">
              <h1 className="document-title">Báo cáo kết quả rà soát đất đai</h1>
              <StateChip family="outgoing" state="awaiting-approval" />
              <span>
                <Deadline lateness={{ kind: 'soon', days: 1 }} dueOn="2026-12-02" />
              </span>
            </div>
            <Stepper
              label="Tiến trình dự thảo"
              steps={[
                { name: 'Soạn thảo', state: 'done', note: 'Lê Quang Dũng' },
                { name: 'Góp ý', state: 'done', note: '3 / 3 người' },
                { name: 'Duyệt', state: 'now', note: 'PCT Hương Giang' },
                { name: 'Cấp số', state: 'later', note: 'Văn thư' },
                { name: 'Phát hành', state: 'later', note: '2 nơi nhận' },
              ]}
            />
          </>
        }
        desk={
          <Desk
            label="Văn bản"
            verdict={
              <Verdict tone="green" icon={IconShieldCheck}>
                <b>Chữ ký hợp lệ.</b> UBND tỉnh Quảng Trị ký số 23/11/2026, không sửa sau khi ký.
              </Verdict>
            }
            tools={
              <>
                <span className="meta">Trang 1 / 2</span>
                <span className="grow" />
                <Button look="plain" icon={IconDownload}>
                  {actLabels.download}
                </Button>
                <Button look="plain" icon={IconPrinter}>
                  {actLabels.print}
                </Button>
              </>
            }
          >
            <article className="document-text">
              {paragraphs.map(paragraph => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </article>
          </Desk>
        }
        panel={
          <Panel
            label="Cho ý kiến chỉ đạo"
            nav={
              <PanelNav
                back={{ to: 'documents/incoming', label: 'Chờ chỉ đạo' }}
                place="1 / 4"
                next={{ to: 'documents/2', label: 'Văn bản sau' }}
              />
            }
            foot={
              <>
                <Button look="primary" icon={actIconOf('direct')} data-key="primary">
                  {actLabels.direct}
                </Button>
                <Button icon={actIconOf('return')}>{actLabels.return}</Button>
                <span className="grow" />
                <Menu direction="up" label={actLabels['other-acts']}>
                  <button type="button">{actLabels.forward}</button>
                </Menu>
              </>
            }
          >
            <h2 className="document-title">Đẩy nhanh tiến độ làm giàu, làm sạch cơ sở dữ liệu đất đai</h2>
            <p className="fact-line">
              <UrgencyStamp urgency={1} /> Số đến 1286 · 4127/UBND-NNMT · 23/11/2026
            </p>
            <Fold title="Tiến trình" icon={IconHistory} note="văn thư vào sổ 08:12" open>
              <Timeline
                label="Tiến trình"
                movements={[
                  {
                    id: '1',
                    at: '2026-11-25T01:20:00Z',
                    what: 'Hồ Văn Thuận giao xử lý',
                    text: 'Trình dự thảo báo cáo.',
                  },
                  { id: '2', at: '2026-11-25T01:12:00Z', what: 'Trương Thị Ngọc Lan vào sổ, số đến 1286' },
                ]}
              />
            </Fold>
            <Tree
              label="Phân công"
              nodes={[
                {
                  id: '1',
                  name: 'Phòng Kinh tế, chủ trì',
                  end: <StateChip family="assignment" state="in-progress" />,
                  below: [
                    { id: '2', name: 'Lê Quang Dũng', end: <StateChip family="assignment" state="open" />, below: [] },
                  ],
                },
              ]}
            />
          </Panel>
        }
      />
    </main>
  )
}
