-- Since when a subscription is disabled; of those that are disabled already that was not kept.
alter table webhook_subscription add column disabled_at timestamptz;
