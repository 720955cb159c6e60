/**
 * Files on their way in: from a multipart request, which the server has put on disk part by part,
 * to an artifact of kind {@code upload}. Nothing here holds a file in memory.
 */
package org.motifworks.data.upload;
