// Generated from the migrations by `npm run -s xaso -- migrate --types`; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** JSON goes in as text and comes out parsed. */
type Json = ColumnType<unknown, string, string>
type JsonWithDefault = ColumnType<unknown, string | undefined, string>
type NullableJson = ColumnType<unknown, string | null | undefined, string | null>

export interface Database {
  access_log: {
    agency_id: string
    id: string
    at: Date
    person_id: string
    seat_id: string
    document_id: string
    file_id: string | null
    kind: string
    request_id: string
    network: string
  }
  agencies: {
    id: string
    parent_id: string | null
    path: string
    level: string
    name: string
    short_name: string
    place_name: string
    opened_on: string
    closed_on: string | null
    successor_id: string | null
    support_name: string | null
    support_phone: string | null
    closed_basis: string | null
  }
  assignment_extensions: {
    agency_id: string
    id: string
    assignment_id: string
    asked_by: string
    asked_at: Date
    asked_due_on: string
    reason: string
    answered_by: string | null
    answered_at: Date | null
    granted_due_on: string | null
    answer: string | null
  }
  assignments: {
    agency_id: string
    id: string
    subject_type: string
    subject_id: string
    parent_id: string | null
    from_seat_id: string
    on_behalf_of: string | null
    entered_as: string
    to_seat_id: string | null
    to_unit_id: string | null
    ordinal: number
    role: string
    text: string
    due_on: string | null
    state: string
    opened_at: Date | null
    result: string | null
    return_reason: string | null
    urged_count: Generated<number>
    urged_at: Date | null
    urged_text: string | null
    created_at: Date
    ended_at: Date | null
  }
  audit_entries: {
    agency_id: string
    id: string
    at: Date
    act: string
    person_id: string | null
    seat_id: string | null
    on_behalf_of: string | null
    subject_type: string
    subject_id: string
    before: NullableJson
    after: NullableJson
    request_id: string
    network: string
    salt: Buffer
    acting_part: string | null
  }
  audit_unsealed: {
    agency_id: string
    audit_id: string
  }
  calendar_days: {
    date: string
    kind: string
    name: string
    basis: string
  }
  calendar_years: {
    year: number
    basis: string
    version: Generated<number>
  }
  delegations: {
    agency_id: string
    id: string
    from_seat_id: string
    to_seat_id: string
    scope: string
    may_sign: Generated<boolean>
    written_basis: string | null
    valid_from: string
    valid_to: string
    ended_at: Date | null
    request_hash: Buffer
  }
  document_comments: {
    agency_id: string
    id: string
    document_id: string
    seat_id: string
    at: Date
    text: string
    version: number | null
    resolved_at: Date | null
    resolved_by: string | null
  }
  document_files: {
    agency_id: string
    id: string
    document_id: string
    direction: string
    role: string
    ordinal: number
    version: Generated<number>
    title: string
    name: string
    hash: Buffer
    media_type: string
    size: number
    pages: number | null
    body_text: Generated<string>
    added_by: string | null
    added_at: Date
    text_cut: Generated<boolean>
  }
  document_history: {
    agency_id: string
    id: string
    document_id: string
    at: Date
    act: string
    seat_id: string | null
    actor_name: string
    actor_title: string
    on_behalf_of_name: string | null
    state_before: string | null
    state_after: string | null
    text: string | null
    detail: JsonWithDefault
    position: number
  }
  document_readers: {
    agency_id: string
    reader: string
    document_id: string
    direction: string
    sort_at: Date
    why: string
    in_charge: Generated<boolean>
  }
  document_readers_index: {
    agency_id: string | null
    reader: string | null
    document_id: string | null
    direction: string | null
    sort_at: Date | null
  }
  document_reads: {
    agency_id: string
    document_id: string
    seat_id: string
    first_read_at: Date
  }
  document_search: {
    agency_id: string
    document_id: string
    direction: string
    sort_at: Date
    lexemes: string
  }
  document_search_index: {
    agency_id: string | null
    document_id: string | null
    direction: string | null
    sort_at: Date | null
    lexemes: string | null
  }
  document_search_restricted: {
    agency_id: string
    document_id: string
    direction: string
    sort_at: Date
    lexemes: string
  }
  document_search_restricted_index: {
    agency_id: string | null
    document_id: string | null
    direction: string | null
    sort_at: Date | null
    lexemes: string | null
  }
  idempotency: {
    agency_id: string
    seat_id: string
    key: string
    act: string
    request_hash: Buffer
    result_id: string | null
    at: Date
  }
  inbox: {
    agency_id: string
    message_id: string
    from_agency_id: string
    kind: string
    document_id: string
    sequence: number
    payload: Json
    received_at: Date
    applied_at: Date | null
    problem: string | null
    turned_away: Generated<boolean>
  }
  incoming_documents: {
    agency_id: string
    id: string
    request_hash: Buffer
    state: string
    state_reason: string | null
    addressee_issuer_id: string
    carrier: string
    paper_place: string | null
    register_id: string | null
    series_id: string | null
    period: string | null
    arrival_number: number | null
    arrival_suffix: Generated<string>
    arrived_on: string | null
    arrived_at: Date
    registered_at: Date | null
    registered_by: string | null
    type_code: string | null
    number: Generated<string>
    notation: Generated<string>
    folded_notation: Generated<string>
    issued_on: string | null
    issuer_id: string | null
    issuer_name: string
    issuer_code: string | null
    document_identifier: string | null
    subject: string
    language: Generated<string>
    pages: Generated<number>
    copies: Generated<number>
    signer_title: string | null
    signer_name: string | null
    urgency: Generated<number>
    restricted: Generated<boolean>
    note: string | null
    due_on: string | null
    due_basis: string | null
    duplicate_reason: string | null
    meeting_at: Date | null
    meeting_place: string | null
    meeting_chair: string | null
    holder_seat_id: string | null
    holder_unit_id: string | null
    holder_name: Generated<string>
    receiver_name: Generated<string>
    passed_on: string | null
    received_by: Generated<string>
    reply_document_id: string | null
    reply_notation: string | null
    finished_at: Date | null
    proposal: NullableJson
    sender_agency_id: string | null
    sender_document_id: string | null
    sender_recipient_id: string | null
    answers_document_id: string | null
    sent_sequence: Generated<number>
    opened_at: Date | null
    recall_ordered_by: string | null
    told_rungs: Generated<number>
    handle_by: Date | null
    meeting_invited: string | null
    signature: string | null
  }
  installation: {
    name: string
    value: Json
  }
  installation_administrators: {
    person_id: string
    valid_from: string
    valid_to: string | null
  }
  issuer_identifiers: {
    code: string
    valid_from: string
    issuer_id: string
    scheme: string
    valid_to: string | null
    test_range: Generated<boolean>
  }
  issuer_names: {
    issuer_id: string
    valid_from: string
    valid_to: string | null
    name: string
    short_name: string
    letterhead: JsonWithDefault
    abbreviation: string
    place_name: string
    folded: string
    basis: string | null
  }
  issuers: {
    id: string
    agency_id: string | null
    kind: string
    ordinal: Generated<number>
    opened_on: string
    closed_on: string | null
    inside: boolean
  }
  logins: {
    login: string
    person_id: string
    password_hash: string
    must_change_password: Generated<boolean>
    password_changed_at: Generated<Date>
    disabled_at: Date | null
    created_at: Generated<Date>
  }
  notices: {
    agency_id: string
    id: string
    seat_id: string
    kind: string
    subject_type: string
    subject_id: string
    detail: JsonWithDefault
    once_key: string
    created_at: Date
    read_at: Date | null
  }
  outbox: {
    agency_id: string
    id: string
    kind: string
    subject_id: string
    payload: Json
    created_at: Date
    due_at: Date
    attempts: Generated<number>
    last_error: string | null
    done_at: Date | null
    position: number
    seat_id: string | null
  }
  outgoing_documents: {
    agency_id: string
    id: string
    request_hash: Buffer
    state: string
    state_reason: string | null
    issuer_id: string
    type_code: string
    subject: string
    drafting_unit_id: string
    drafter_seat_id: string
    source: string
    language: Generated<string>
    pages: Generated<number>
    copies: Generated<number>
    urgency: Generated<number>
    restricted: Generated<boolean>
    note: string | null
    due_on: string | null
    in_reply_to: string | null
    meeting_at: Date | null
    meeting_place: string | null
    meeting_chair: string | null
    version: Generated<number>
    editing_seat_id: string | null
    editing_since: Date | null
    signer_seat_id: string | null
    capacity: Generated<string>
    delegation_id: string | null
    signing_lines: NullableJson
    signer_title: string | null
    signer_name: string | null
    approved_at: Date | null
    approved_by: string | null
    frozen_file_id: string | null
    number_place: NullableJson
    series_id: string | null
    period: string | null
    number: number | null
    number_suffix: Generated<string>
    notation: string | null
    folded_notation: Generated<string>
    issued_on: string | null
    document_identifier: string | null
    numbered_at: Date | null
    numbered_by: string | null
    dispatched_at: Date | null
    dispatched_by: string | null
    recalled_at: Date | null
    holder_seat_id: string | null
    holder_unit_id: string | null
    holder_name: Generated<string>
    created_at: Date
    changed_at: Date
    numbered_file_id: string | null
    authority: Generated<string>
    recall_ordered_by: string | null
    handle_by: Date | null
    meeting_invited: string | null
    revision: Generated<number>
    signature: Generated<string>
    printed_tail: string | null
  }
  outgoing_recipients: {
    agency_id: string
    id: string
    document_id: string
    ordinal: number
    kind: string
    carrier: string
    purpose: string
    issuer_id: string | null
    receiver_agency_id: string | null
    unit_id: string | null
    seat_id: string | null
    name: string
    identifier: string | null
    address: string | null
    state: Generated<string>
    state_sequence: Generated<number>
    state_reason: string | null
    state_at: Date | null
    handed_over_on: string | null
    successor_issuer_id: string | null
  }
  outgoing_reviews: {
    agency_id: string
    id: string
    document_id: string
    kind: string
    ordinal: number
    seat_id: string
    state: string
    text: string | null
    version: number
    asked_at: Date | null
    answered_at: Date | null
    answered_by: string | null
  }
  outgoing_unread: {
    agency_id: string
    seat_id: string
    document_id: string
    issued_at: Date
  }
  outgoing_versions: {
    agency_id: string
    document_id: string
    version: number
    author_seat_id: string
    at: Date
    note: Generated<string>
    content: NullableJson
    main_file_id: string | null
    source_file_id: string | null
    body_text: Generated<string>
  }
  people: {
    id: string
    full_name: string
    home_agency_id: string | null
    created_at: Generated<Date>
  }
  person_seats: {
    person_id: string
    seat_id: string
    agency_id: string
    valid_from: string
    valid_to: string | null
    given_at: Date
  }
  phrases: {
    agency_id: string
    id: string
    seat_id: string | null
    text: string
    ordinal: number
    request_hash: Buffer
  }
  recipient_group_members: {
    agency_id: string
    group_id: string
    ordinal: number
    issuer_id: string | null
    unit_id: string | null
    seat_id: string | null
  }
  recipient_groups: {
    agency_id: string
    id: string
    owner_seat_id: string | null
    name: string
    created_at: Date
    request_hash: Buffer
  }
  register_routes: {
    agency_id: string
    register_id: string
    ordinal: number
    type_codes: JsonWithDefault
    route: string
    unit_id: string | null
  }
  registers: {
    agency_id: string
    id: string
    direction: string
    code: string
    name: string
    series_id: string
    is_default: Generated<boolean>
    term_days: number | null
    restricted: Generated<boolean>
    basis: string
    valid_from: string
    valid_to: string | null
    request_hash: Generated<Buffer>
  }
  schema_migrations: {
    number: number
    name: string
    hash: string
    applied_at: Generated<Date>
  }
  seats: {
    agency_id: string
    id: string
    person_id: string
    full_name: string
    unit_id: string
    issuer_id: string
    role: string
    standing: string
    title: string
    folded: string
    ordinal: Generated<number>
    valid_from: string
    valid_to: string | null
    request_hash: Buffer
  }
  series: {
    agency_id: string
    id: string
    issuer_id: string
    direction: string
    name: string
    type_codes: JsonWithDefault
    period_kind: string
    notation_template: string
    basis: string
    valid_from: string
    valid_to: string | null
    term: string | null
    request_hash: Generated<Buffer>
  }
  series_numbers: {
    agency_id: string
    series_id: string
    period: string
    number: number
    suffix: Generated<string>
    state: string
    dated_on: string
    subject_type: string | null
    subject_id: string | null
    seat_id: string | null
    reason: string | null
    reserved_until: string | null
    at: Date
  }
  series_periods: {
    agency_id: string
    series_id: string
    period: string
    last_number: number
    last_date: string
    opened: Generated<boolean>
    closed_at: Date | null
    start_number: Generated<number>
    closed_by: string | null
    closed_reason: string | null
  }
  sessions: {
    token_hash: Buffer
    id: string
    person_id: string
    login: string
    created_at: Generated<Date>
    seen_at: Generated<Date>
    expires_at: Date
    network: string
    device: string
  }
  sign_in_ceilings: {
    scope: string
    failures: number
    began_at: Date
  }
  sign_in_failures: {
    login: string
    network: string
    failures: number
    last_at: Date
  }
  sign_in_links: {
    token_hash: Buffer
    purpose: string
    login: string | null
    expires_at: Date
    used_at: Date | null
  }
  sign_in_places: {
    login: string
    network: string
    last_at: Date
  }
  signing_orders: {
    agency_id: string
    id: string
    issuer_id: string
    unit_id: string | null
    type_codes: Json
    written_basis: string
    valid_from: string
    valid_to: string | null
    request_hash: Buffer
  }
  stored_files: {
    hash: Buffer
    size: number
    media_type: string
    created_at: Generated<Date>
  }
  swept_content: {
    hash: Buffer
    since: Date
  }
  table_classes: {
    name: string
    class: string
    distribution_key: string | null
    append_only: Generated<boolean>
  }
  units: {
    agency_id: string
    id: string
    parent_id: string | null
    name: string
    abbreviation: string
    kind: string
    ordinal: number
    folded: string
    valid_from: string
    valid_to: string | null
    request_hash: Buffer
  }
  uploads: {
    agency_id: string
    id: string
    seat_id: string
    hash: Buffer
    name: string
    media_type: string
    size: number
    pages: number | null
    body_text: string
    first_page: NullableJson
    created_at: Date
    used_at: Date | null
  }
  urgent_rungs: {
    agency_id: string
    ordinal: number
    minutes: number
    roles: Json
  }
}
