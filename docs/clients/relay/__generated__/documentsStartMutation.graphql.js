/**
 * @generated SignedSource<<fef567e80da65c0a2f2d6f9cb754b407>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

var node = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
    "concreteType": "ContactImportPayload",
    "kind": "LinkedField",
    "name": "startImport",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "ContactImport",
        "kind": "LinkedField",
        "name": "contactImport",
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
          }
        ],
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "UserError",
        "kind": "LinkedField",
        "name": "errors",
        "plural": true,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "code",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "message",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "path",
            "storageKey": null
          }
        ],
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
    "name": "documentsStartMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "documentsStartMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "cf606e12cb27eddd262304c7718619e9",
    "id": null,
    "metadata": {},
    "name": "documentsStartMutation",
    "operationKind": "mutation",
    "text": "mutation documentsStartMutation(\n  $input: StartImportInput!\n) {\n  startImport(input: $input) {\n    contactImport {\n      id\n      status\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n"
  }
};
})();

node.hash = "451f125bd0f57679b8bdbf37503dca6d";

module.exports = node;
