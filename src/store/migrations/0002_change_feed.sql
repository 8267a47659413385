-- The feed of DESIGN.md rule 3. Every followed table has `changed_in`, renewed at each update; statements note the entity in
-- `change` and the rows they delete in `deletion`, and wake listeners after commit.

create function renew_changed_in() returns trigger language plpgsql as $$
begin
  new.changed_in := pg_current_xact_id();
  return new;
end $$;
--> statement-breakpoint
create function note_change() returns trigger language plpgsql as $$
declare touched text;
begin
  for touched in select distinct workspace_id from new_rows loop
    insert into change (workspace_id, entity) values (touched, tg_table_name);
    perform pg_notify('salesboard_change', touched);
  end loop;
  return null;
end $$;
--> statement-breakpoint
-- The argument names the column that, after workspace_id, is the row's key.
create function note_deletion() returns trigger language plpgsql as $$
declare touched text;
begin
  execute format(
    'insert into deletion (workspace_id, entity, row_id) select workspace_id, %L, %I::text from old_rows',
    tg_table_name, tg_argv[0]);
  for touched in select distinct workspace_id from old_rows loop
    insert into change (workspace_id, entity) values (touched, tg_table_name);
    perform pg_notify('salesboard_change', touched);
  end loop;
  return null;
end $$;
--> statement-breakpoint
create function refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'truncate of % would not reach the feed: delete its rows instead', tg_table_name;
end $$;
--> statement-breakpoint
-- Makes the feed follow a table; later migrations call it for the tables they add.
create function follow_table(followed text, key_column text default 'id') returns void language plpgsql as $$
begin
  execute format('create trigger renew_changed_in before update on %I for each row execute function renew_changed_in()', followed);
  execute format('create trigger note_insert after insert on %I referencing new table as new_rows for each statement execute function note_change()', followed);
  execute format('create trigger note_update after update on %I referencing new table as new_rows for each statement execute function note_change()', followed);
  execute format('create trigger note_delete after delete on %I referencing old table as old_rows for each statement execute function note_deletion(%L)', followed, key_column);
  execute format('create trigger refuse_truncate before truncate on %I for each statement execute function refuse_truncate()', followed);
end $$;
--> statement-breakpoint
select follow_table(name) from unnest(array[
  'person', 'team', 'team_parent', 'team_manager', 'rep_assignment', 'region', 'product_line', 'product', 'source', 'pipeline',
  'stage', 'customer', 'contact', 'lead', 'opportunity', 'opportunity_event', 'sales_order', 'order_line', 'refund', 'payment',
  'invoice', 'interaction']) as name;
--> statement-breakpoint
select follow_table('calendar_day', 'day');
