import { routesOf } from '#platform/http/routes.ts'
import {
  ChangeGroup,
  Phrase,
  PhraseList,
  RecipientGroup,
  RecipientGroupList,
  RecipientGroupQuery,
  Removed,
  SaveGroup,
  SavePhrase,
} from './contract.ts'
import { getShownGroup, listGroups } from './groups.ts'
import { presentPhrase } from './present.ts'
import { byId, whole } from './routes-shared.ts'
import { changeGroup, deleteGroup, saveGroup } from './save-group.ts'
import { deletePhrase, getPhrase, listPhrases, savePhrase } from './save-phrase.ts'

const routes = routesOf('agencies')

routes.read('/recipient-groups', {
  summary: 'Nhóm nơi nhận của tôi và của cơ quan',
  permission: 'seated',
  query: RecipientGroupQuery,
  reply: RecipientGroupList,
  read: listGroups,
})

routes.act('post', '/recipient-groups', {
  summary: 'Lưu nhóm nơi nhận',
  permission: 'seated',
  body: SaveGroup,
  reply: RecipientGroup,
  status: 201,
  act: saveGroup,
  recall: byId,
  present: getShownGroup,
})

routes.act('put', '/recipient-groups/:id', {
  summary: 'Sửa nhóm nơi nhận',
  permission: 'seated',
  body: ChangeGroup,
  reply: RecipientGroup,
  act: changeGroup,
  recall: byId,
  present: getShownGroup,
})

routes.act('delete', '/recipient-groups/:id', {
  summary: 'Xóa nhóm nơi nhận',
  permission: 'seated',
  reply: Removed,
  act: (context, { id }) => deleteGroup(context, id),
  recall: byId,
  present: (_context, id) => ({ id }),
})

routes.read('/phrases', {
  summary: 'Câu hay dùng của tôi và của cơ quan',
  permission: 'seated',
  reply: PhraseList,
  read: async context => whole((await listPhrases(context)).map(presentPhrase)),
})

routes.act('post', '/phrases', {
  summary: 'Lưu câu hay dùng',
  permission: 'seated',
  body: SavePhrase,
  reply: Phrase,
  status: 201,
  act: savePhrase,
  recall: getPhrase,
  present: (_context, phrase) => presentPhrase(phrase),
})

routes.act('delete', '/phrases/:id', {
  summary: 'Xóa câu hay dùng',
  permission: 'seated',
  reply: Removed,
  act: (context, { id }) => deletePhrase(context, id),
  recall: byId,
  present: (_context, id) => ({ id }),
})

/** What a seat keeps for itself or for the office: groups of recipients and frequent phrases. */
export const listRoutes = routes.all
