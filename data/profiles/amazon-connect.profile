# SPDX-License-Identifier: GPL-3.0-or-later
# Amazon Connect: contact records (JSON). Delivered at least once: the last update of a contact counts.
[profile]
title=Amazon Connect contact records
title[de]=Amazon-Connect-Kontaktdatensätze
kind=calls
signature=ContactId + InitiationMethod;ContactId + InitiationTimestamp

[columns]
id=ContactId
channel=Channel
direction=InitiationMethod
requester=CustomerEndpoint.Address
created=InitiationTimestamp
updated=LastUpdateTimestamp
ended=DisconnectTimestamp
team=Queue.Name
offered-at=Queue.EnqueueTimestamp
wait-time=Queue.Duration
agent=Agent.Username
answered-at=Agent.ConnectedToAgentTimestamp
talk-time=Agent.AgentInteractionDuration
hold-time=Agent.CustomerHoldDuration
wrap-time=Agent.AfterContactWorkDuration

[known]
headers=InitialContactId;PreviousContactId;NextContactId;ConnectedToSystemTimestamp;DisconnectReason;TransferCompletedTimestamp;CustomerEndpoint.Type;SystemEndpoint.Address;SystemEndpoint.Type;Queue.ARN;Queue.DequeueTimestamp;Agent.ARN;Agent.NumberOfHolds;Agent.LongestHoldDuration;Agent.AfterContactWorkStartTimestamp;Agent.AfterContactWorkEndTimestamp;Agent.AgentPauseDuration;Agent.RoutingProfile.Name;Agent.RoutingProfile.ARN;Recording;Tags

[units]
wait-time=seconds
talk-time=seconds
hold-time=seconds
wrap-time=seconds
