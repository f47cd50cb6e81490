import { errorCatalogue } from '#lib/problem-details/index.ts'

export const exchangeErrors = errorCatalogue('exchange', {
  NotKnownYet: {
    status: 409,
    title: 'Văn bản của thông điệp này chưa tới.',
    detail: 'Hệ thống tự thử lại; sau một ngày sẽ hiện để kiểm tra.',
  },
})
