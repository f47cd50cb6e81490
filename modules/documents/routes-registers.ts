import { routesOf } from '#platform/http/routes.ts'
import {
  ArrivalPage,
  BeginBooks,
  ChangeRegister,
  ClosePeriod,
  CorrectLastNumber,
  CorrectSeries,
  DeparturePage,
  documentPermissions,
  EndBook,
  OpenSeries,
  RegisterList,
  RegisterQuery,
  RegistersQuery,
  RegisterView,
  SaveRegister,
  SaveSeries,
  SaveUrgentLadder,
  SeriesList,
  SeriesView,
  UrgentLadder,
} from './contract.ts'
import { readLadder, saveLadder } from './incoming/urgent-ladder.ts'
import { listArrivals } from './registers/arrivals.ts'
import { beginBooks } from './registers/begin-books.ts'
import { closeSeriesPeriod } from './registers/close-period.ts'
import { listDepartures } from './registers/departures.ts'
import { endRegister, endSeries } from './registers/end-book.ts'
import { listRegisters, listSeries, presentRegisterById, presentSeriesById } from './registers/lists.ts'
import { changeRegister, createRegister } from './registers/save-register.ts'
import { changeSeries, correctStated, createSeries, stateLastNumber } from './registers/save-series.ts'

const routes = routesOf('documents')
const administer = documentPermissions['administer-registers']

routes.read('/registers', {
  summary: 'Sổ văn bản của cơ quan',
  permission: 'seated',
  query: RegistersQuery,
  reply: RegisterList,
  read: async (context, { ended }) => ({
    items: await listRegisters(context, { ended: ended === 'true' }),
    next: null,
  }),
})

routes.act('post', '/registers', {
  summary: 'Lập sổ',
  permission: administer,
  body: SaveRegister,
  reply: RegisterView,
  status: 201,
  act: createRegister,
  recall: async (_context, id) => id,
  present: presentRegisterById,
})

routes.act('post', '/registers/usual', {
  summary: 'Lập các sổ thông thường, với số cuối cùng trên sổ giấy',
  permission: administer,
  body: BeginBooks,
  reply: RegisterList,
  status: 201,
  act: beginBooks,
  recall: async () => {},
  present: async context => ({ items: await listRegisters(context), next: null }),
})

routes.act('put', '/registers/:id', {
  summary: 'Sửa sổ',
  permission: administer,
  body: ChangeRegister,
  reply: RegisterView,
  act: changeRegister,
  recall: async (_context, id) => id,
  present: presentRegisterById,
})

routes.act('post', '/registers/:id/end', {
  summary: 'Kết thúc sổ từ một ngày; sổ vẫn xem và in được',
  permission: administer,
  body: EndBook,
  reply: RegisterView,
  act: endRegister,
  recall: async (_context, id) => id,
  present: presentRegisterById,
})

routes.read('/registers/:id/arrivals', {
  summary: 'Sổ đăng ký văn bản đến, mười cột theo mẫu',
  permission: documentPermissions['read-registers'],
  query: RegisterQuery,
  reply: ArrivalPage,
  read: listArrivals,
})

routes.read('/registers/:id/departures', {
  summary: 'Sổ đăng ký văn bản đi, mười cột theo mẫu',
  permission: documentPermissions['read-registers'],
  query: RegisterQuery,
  reply: DeparturePage,
  read: listDepartures,
})

routes.read('/series', {
  summary: 'Dãy số của cơ quan',
  permission: 'seated',
  reply: SeriesList,
  read: async context => ({ items: await listSeries(context), next: null }),
})

routes.act('post', '/series', {
  summary: 'Lập dãy số',
  permission: administer,
  body: SaveSeries,
  reply: SeriesView,
  status: 201,
  act: createSeries,
  recall: async (_context, id) => id,
  present: presentSeriesById,
})

routes.act('put', '/series/:id', {
  summary: 'Sửa dãy số chưa cấp số nào',
  permission: administer,
  body: CorrectSeries,
  reply: SeriesView,
  act: changeSeries,
  recall: async (_context, id) => id,
  present: presentSeriesById,
})

routes.act('post', '/series/:id/end', {
  summary: 'Kết thúc dãy số từ một ngày',
  permission: administer,
  body: EndBook,
  reply: SeriesView,
  act: endSeries,
  recall: async (_context, id) => id,
  present: presentSeriesById,
})

routes.act('post', '/series/:id/correct-last-number', {
  summary: 'Sửa số cuối cùng trên sổ giấy, trước số đầu tiên cấp trên hệ thống',
  permission: administer,
  body: CorrectLastNumber,
  reply: SeriesView,
  act: correctStated,
  recall: async (_context, id) => id,
  present: presentSeriesById,
})

routes.act('post', '/series/:id/open', {
  summary: 'Khai số cuối cùng trên sổ giấy',
  permission: administer,
  body: OpenSeries,
  reply: SeriesView,
  act: stateLastNumber,
  recall: async (_context, id) => id,
  present: presentSeriesById,
})

routes.act('post', '/series/:id/close', {
  summary: 'Khóa sổ một năm, hoặc một nhiệm kỳ, đã qua',
  permission: documentPermissions.number,
  body: ClosePeriod,
  reply: SeriesView,
  act: closeSeriesPeriod,
  recall: async (_context, id) => id,
  present: presentSeriesById,
})

routes.read('/documents/urgent-ladder', {
  summary: 'Thứ tự báo khi văn bản khẩn chưa ai mở',
  permission: 'seated',
  reply: UrgentLadder,
  read: readLadder,
})

routes.act('put', '/documents/urgent-ladder', {
  summary: 'Sửa thứ tự báo khi văn bản khẩn chưa ai mở',
  permission: administer,
  body: SaveUrgentLadder,
  reply: UrgentLadder,
  act: saveLadder,
  recall: async () => {},
  present: readLadder,
})

export const registerRoutes = routes.all
