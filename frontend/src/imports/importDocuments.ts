import { graphql } from "../graphql/generated";

export const ImportProgress = graphql(`
  fragment ImportProgress on ContactImport {
    id status task error totalRows processedRows addedRows joinedRows updatedRows askedRows
    failedRowCount failedRowsCsvUrl failedRowsXlsxUrl startedAt finishedAt canUndo
  }
`);

export const CauseGroup = graphql(`
  fragment CauseGroup on ImportCause {
    cause found becomes count solved countries
    examples { rowNumber column before after }
  }
`);

export const ImportReading = graphql(`
  fragment ImportReading on ContactImport {
    id sheets sheet encoding delimiter hasHeaderRow consent status totalRows
    columns { index header samples suggestedField mappedField }
    preview
  }
`);

export const ImportDetails = graphql(`
  fragment ImportDetails on ContactImport {
    ...ImportProgress
    ...ImportReading
    fileName format fileSize existing invalidValues createdAt
    createdBy { id name }
    contactList { id name contactCount isArchived }
    duplicateOf { id fileName createdAt status addedRows }
  }
`);

export const ImportQuery = graphql(`
  query ContactImport($id: ID!) {
    contactImport(id: $id) { ...ImportDetails }
    contactFields { name label maxLength identifies }
  }
`);
