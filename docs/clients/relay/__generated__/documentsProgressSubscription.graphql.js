/**
 * @generated SignedSource<<01456c9a0c088eba7f100b6cb2a19876>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

var node = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "id"
  }
],
v1 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "importId",
        "variableName": "id"
      }
    ],
    "concreteType": "ContactImport",
    "kind": "LinkedField",
    "name": "importProgress",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "id",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "status",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "addedRows",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "failedRowCount",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "failedRowsCsvUrl",
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "documentsProgressSubscription",
    "selections": (v1/*:: as any*/),
    "type": "Subscription",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "documentsProgressSubscription",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "6d038a4012ad1461862a111764089514",
    "id": null,
    "metadata": {},
    "name": "documentsProgressSubscription",
    "operationKind": "subscription",
    "text": "subscription documentsProgressSubscription(\n  $id: ID!\n) {\n  importProgress(importId: $id) {\n    id\n    status\n    addedRows\n    failedRowCount\n    failedRowsCsvUrl\n  }\n}\n"
  }
};
})();

node.hash = "2de41625eeb9c0817f9d193547110539";

module.exports = node;
