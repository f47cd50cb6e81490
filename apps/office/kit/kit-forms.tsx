import { useState } from 'react'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useUploads } from '#platform/ui/data/use-uploads.ts'
import { CheckField, RadioField } from '#platform/ui/forms/choice-field.tsx'
import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { DraftLine } from '#platform/ui/forms/draft-line.tsx'
import { ErrorSummary } from '#platform/ui/forms/error-summary.tsx'
import { FileDrop } from '#platform/ui/forms/file-drop.tsx'
import { findAmong } from '#platform/ui/forms/find-among.ts'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { PasswordField } from '#platform/ui/forms/password-field.tsx'
import { Phrases } from '#platform/ui/forms/phrases.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextArea, TextField } from '#platform/ui/forms/text-field.tsx'
import type { Option } from '#platform/ui/forms/use-options.ts'
import { kitUnits } from './kit-samples.ts'

const findUnit = findAmong(kitUnits)
const tooLate = { path: 'due', message: 'Ngày văn bản sau ngày đến. Hãy xem lại ngày ghi trên văn bản.' }

export function KitForms() {
  const [lead, setLead] = useState<Option | undefined>(kitUnits[0])
  const [assisting, setAssisting] = useState<readonly Option[]>([{ id: '5', name: 'Công an xã' }])
  const [due, setDue] = useState<string | undefined>('2026-12-02')
  const [urgency, setUrgency] = useState<'0' | '1' | '2' | '3'>('0')
  const [password, setPassword] = useState('tiếng')
  const [paper, setPaper] = useState(true)
  const draft = useDraft('kit', { text: 'Rà soát các thửa còn lại của 14 thôn. Trình dự thảo báo cáo.', number: '' })
  const uploads = useUploads()
  return (
    <div className="form" style={{ maxWidth: '30rem' }}>
      <DraftLine draft={draft} />
      <ErrorSummary errors={[tooLate]} />
      <div className="field-row">
        <Combobox label="Chủ trì" value={lead} onChange={setLead} find={findUnit} />
        <DateField label="Hạn" value={due} onChange={setDue} />
      </div>
      <MultiPicker label="Phối hợp" optional value={assisting} onChange={setAssisting} find={findUnit} />
      <TextField
        label="Số, ký hiệu"
        hint="Ghi như trên văn bản, ví dụ 4127/UBND-NNMT."
        value={draft.value.number}
        onChange={number => draft.change({ number })}
        optional
        className="width-number"
      />
      <DateField label="Ngày văn bản" name="due" value={due} onChange={setDue} error={tooLate.message} />
      <TextArea label="Nội dung" value={draft.value.text} onChange={text => draft.change({ text })} />
      <Phrases
        label="Hay dùng:"
        phrases={['Để thực hiện', 'Tham mưu trả lời', 'Báo cáo tôi']}
        onPick={text => draft.change({ text })}
      />
      <SelectField
        label="Mức khẩn"
        value={urgency}
        onChange={setUrgency}
        choices={[
          { value: '0', label: 'Thường' },
          { value: '1', label: 'Khẩn' },
          { value: '2', label: 'Thượng khẩn' },
          { value: '3', label: 'Hỏa tốc' },
        ]}
      />
      <RadioField
        label="Hình thức"
        value={urgency}
        onChange={setUrgency}
        choices={[
          { value: '0', label: 'Từ bản quét', note: 'Tệp PDF hoặc ảnh, không quá 50 MB' },
          { value: '1', label: 'Chỉ có bản giấy' },
        ]}
      />
      <CheckField label="Lưu bản giấy" note="Ghi nơi để bản giấy" checked={paper} onChange={setPaper} />
      <PasswordField label="Mật khẩu" value={password} onChange={setPassword} autoComplete="current-password" />
      <FileDrop
        label="Tệp văn bản"
        hint="Bản quét hoặc tệp PDF."
        uploads={uploads}
        accept={['.pdf', '.docx']}
        multiple
      />
    </div>
  )
}
