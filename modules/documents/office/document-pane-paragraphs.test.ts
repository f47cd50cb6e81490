import { expect, test } from 'vitest'
import { findDeadlines } from '#lib/document-form/index.ts'
import { paragraphsOf } from './document-pane-paragraphs.ts'

const textOf = (body: string) => paragraphsOf(body).map(({ pieces }) => pieces.map(({ text }) => text).join(''))

test('a sentence that the page broke over two lines is one paragraph', () => {
  const body =
    'Ủy ban nhân dân tỉnh yêu cầu các xã, phường, đặc khu rà soát,\nđối chiếu thông tin của các thửa đất còn lại.'
  expect(textOf(body)).toEqual([body.replace('\n', ' ')])
})

test('points, headings and lines in capitals begin paragraphs of their own', () => {
  const body =
    'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ VÀ CÁC ĐƠN VỊ TRỰC THUỘC\nThực hiện kế hoạch về chiến dịch làm giàu dữ liệu đất đai\n1. Rà soát các thửa đất\nNơi nhận:\n- Như trên'
  expect(textOf(body)).toEqual(body.split('\n'))
})

test('a deadline is marked where it was read, also over the end of a line', () => {
  const body = 'Mở đầu.\n\nBáo cáo kết quả về Sở Nông nghiệp và Môi trường tỉnh trước\nngày 04/12/2026 để tổng hợp.'
  const [found] = findDeadlines(body)
  const marked = paragraphsOf(body, [{ number: 1, index: found!.index, text: found!.text }])
  expect(marked[1]!.pieces).toEqual([
    { text: 'Báo cáo kết quả về Sở Nông nghiệp và Môi trường tỉnh ' },
    { text: 'trước ngày 04/12/2026', source: 1 },
    { text: ' để tổng hợp.' },
  ])
})

test('a place that the text does not have is left unmarked', () => {
  expect(paragraphsOf('Kính gửi các xã.', [{ number: 1, index: 3, text: 'trước ngày' }])[0]!.pieces).toEqual([
    { text: 'Kính gửi các xã.' },
  ])
})

test('the letter begins anew after those to whom it goes, though no full stop ends them', () => {
  const body =
    'Kính gửi: Ủy ban nhân dân xã Cam Lộ; Ủy ban nhân dân phường Đông Hà; Ủy ban nhân\ndân xã Đakrông; Ủy ban nhân dân xã Gio Linh; Ủy ban nhân dân xã\nKim Phú và các đơn vị trực thuộc Sở Xây dựng tỉnh Quảng Trị\nĐể các địa phương thực hiện thống nhất, Sở Xây dựng tỉnh hướng dẫn như sau:'
  const [addressees, letter] = textOf(body)
  expect(addressees).toMatch(/xã Kim Phú và các đơn vị trực thuộc Sở Xây dựng tỉnh Quảng Trị$/)
  expect(letter).toMatch(/^Để các địa phương/)
})

test('what stands above the addressees of a letter is its head; a document without them is all text', () => {
  const heads = (body: string) => paragraphsOf(body).map(one => one.isHead)
  expect(heads('SỞ NỘI VỤ\nSố: 12/SNV\nKính gửi: Ủy ban nhân dân xã\nThực hiện kế hoạch.')).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(heads('QUYẾT ĐỊNH\nĐiều 1. Ban hành kèm theo.')).toEqual([false, false])
})
