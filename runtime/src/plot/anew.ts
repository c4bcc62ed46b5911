/** Clients that ask anew are filtered by the conditions of all others. Mosaic 0.32 asks without any condition where the
 * client's own one was the last to change. */
import type { Coordinator, MosaicClient } from "@uwdata/mosaic-core";

type Query = Parameters<MosaicClient["requestQuery"]>[0];

function askFiltered(client: MosaicClient): void {
  const ask = client.requestQuery.bind(client);
  const filtered = (): Query => client.query(client.filterBy?.predicate(client, true)) as Query;
  client.requestQuery = (query) => ask(query ?? (client.enabled ? filtered() : undefined));
}

/** For all clients that are connected from now on. */
export function askAnewFiltered(coordinator: Coordinator): void {
  const connect = coordinator.connect.bind(coordinator);
  coordinator.connect = (client) => {
    askFiltered(client);
    connect(client);
  };
}
