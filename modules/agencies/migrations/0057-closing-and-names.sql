-- What an office was closed by, and what gave a body its name: the decision is shown beside the day.
alter table agencies add column closed_basis text;
alter table issuer_names add column basis text;
