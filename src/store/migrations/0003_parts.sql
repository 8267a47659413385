-- A line without its order has no meaning. As foreign keys these five cost half of a bulk import (28 µs a row instead of 19, PGlite),
-- as they look up the parent row by row. The same is checked here for all rows of a transaction at once, at its commit.
alter table order_line drop constraint order_line_order;
--> statement-breakpoint
alter table opportunity_event drop constraint opportunity_event_opportunity;
--> statement-breakpoint
alter table refund drop constraint refund_order_line;
--> statement-breakpoint
alter table payment drop constraint payment_order;
--> statement-breakpoint
alter table invoice drop constraint invoice_order;
--> statement-breakpoint
create function parts() returns table (child text, key text, parent text) language sql immutable as $$
  values ('order_line', 'order_id', 'sales_order'),
         ('opportunity_event', 'opportunity_id', 'opportunity'),
         ('refund', 'order_line_id', 'order_line'),
         ('payment', 'order_id', 'sales_order'),
         ('invoice', 'order_id', 'sales_order')
$$;
--> statement-breakpoint
-- Runs at commit for each row of `change`, works for the last one of an entity. Writers of parts share a lock, deleters of wholes
-- take it alone: so neither misses the other's work.
create function check_parts() returns trigger language plpgsql as $$
declare part record; orphan text;
begin
  if exists (select 1 from change as later
             where later.workspace_id = new.workspace_id and later.changed_in = new.changed_in
               and later.entity = new.entity and later.position > new.position) then
    return null;
  end if;
  for part in select * from parts() where child = new.entity loop
    perform pg_advisory_xact_lock_shared(hashtextextended(new.workspace_id || ' ' || part.parent, 0));
    execute format(
      'select c.id from %1$I as c where c.workspace_id = $1 and c.changed_in = $2
       and not exists (select 1 from %2$I as p where p.workspace_id = $1 and p.id = c.%3$I) limit 1',
      part.child, part.parent, part.key) into orphan using new.workspace_id, new.changed_in;
    if orphan is not null then
      raise foreign_key_violation using message = format('%s %s belongs to no %s', part.child, orphan, part.parent);
    end if;
  end loop;
  for part in select * from parts() where parent = new.entity loop
    if not exists (select 1 from deletion as d
                   where d.workspace_id = new.workspace_id and d.changed_in = new.changed_in and d.entity = new.entity) then
      exit;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(new.workspace_id || ' ' || part.parent, 0));
    execute format(
      'select c.id from deletion as d join %1$I as c on c.workspace_id = $1 and c.%3$I = d.row_id
       where d.workspace_id = $1 and d.changed_in = $2 and d.entity = %2$L
       and not exists (select 1 from %2$I as p where p.workspace_id = $1 and p.id = d.row_id) limit 1',
      part.child, part.parent, part.key) into orphan using new.workspace_id, new.changed_in;
    if orphan is not null then
      raise foreign_key_violation using message = format('%s %s belongs to no %s', part.child, orphan, part.parent);
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger check_parts after insert on change deferrable initially deferred
  for each row execute function check_parts();
