// Generated from our own OpenAPI document by `npm run docs`; do not edit.

export interface paths {
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can answer questions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok" | "starting" | "failing";
                            /** @description Whether people can sign in to a demo here; said once it is known */
                            demo?: boolean;
                        };
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok" | "starting" | "failing";
                            /** @description Whether people can sign in to a demo here; said once it is known */
                            demo?: boolean;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail and password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description A code is asked for; send it to the second step */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            next: "totp";
                        };
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of this browser */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the code that the password was answered with, or a recovery code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The six digits that the authenticator shows */
                        code: string;
                    } | {
                        /** @description One of the recovery codes; it works once */
                        recoveryCode: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose the workspace this browser looks at */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        slug: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Leave the workspace one looks at; its last admin cannot */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one’s own password; all other sessions end */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        next: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sessions: {
                                id: string;
                                createdAt: string;
                                expiresAt: string;
                                userAgent: string | null;
                                isCurrent: boolean;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one’s own sessions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to set up an authenticator; its secret is shown this once, and nothing changes until a code confirms it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            uri: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch the second factor on, by a first code of the authenticator */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once */
                            recoveryCodes: string[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch the second factor off */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        /** @description From the authenticator, or a recovery code */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Other recovery codes; the earlier ones end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        /** @description From the authenticator, or a recovery code */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once */
                            recoveryCodes: string[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/second-factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members with a second factor, and whether the workspace asks for one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            isRequired: boolean;
                            userIds: string[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask everybody who signs in by a password for a second factor, or no longer */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        isRequired: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{userId}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Switch off the second factor of a member who lost authenticator and recovery codes */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    userId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one’s own sign-in is guarded */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description False for somebody who comes in through a provider only */
                            hasPassword: boolean;
                            isEmailVerified: boolean;
                            canSendMail: boolean;
                            secondFactorSince: string | null;
                            recoveryCodesLeft: number;
                            /** @description The workspace asks for a second factor, and until then nothing else answers */
                            mustSetUp: boolean;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password/forgotten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether letters can be sent here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            byMail: boolean;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask for a letter to reset a password; the answer does not tell whether there is such an account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password/reset/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose password a link resets */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose another password; the link works once, and all sessions end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/email/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send oneself the letter that confirms the address */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an address by the link of the letter; it works once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link invites to */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            workspace: string;
                            email: string;
                            name: string;
                            role: string;
                            /** @description Of a role of the workspace’s own */
                            roleName: {
                                zh: string;
                                en: string;
                            } | null;
                            invitedBy: string;
                            expiresAt: string;
                            /** @description Whether they prove themselves by the password they have, or choose one */
                            hasAccount: boolean;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation: it works once, and signs in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        /** @default  */
                        name?: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description A code is asked for; send it to the second step */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            next: "totp";
                        };
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which providers a workspace signs in with; the same answer where there is none of that name */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        workspace?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            workspace: string | null;
                            ways: {
                                /** @enum {string} */
                                kind: "oidc" | "wecom" | "dingtalk" | "feishu";
                                label: string | null;
                            }[];
                            /** @description Whether a letter can say which workspaces an address belongs to */
                            canMail: boolean;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/ways/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the sign-in pages of one’s workspaces mailed; the same answer whoever asks */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/with/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where to go to sign in by a provider */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: "oidc" | "wecom" | "dingtalk" | "feishu";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        workspace?: string;
                        /** @description Path of the page to land on */
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where providers send people back to: signs them in, or leads to the sign-in page with the reason */
        get: {
            parameters: {
                query?: {
                    state?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-up/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the link of a sign-up letter: it works once, makes the workspace and signs in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether one can sign up for a trial, and how */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            isOpen: boolean;
                            days: number;
                            /** @description Whether a letter confirms the address first */
                            byMail: boolean;
                            stamp: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask for a trial; the answer does not tell whether the address has an account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        company: string;
                        name: string;
                        /** Format: email */
                        email: string;
                        password: string;
                        /** @enum {string} */
                        data: "demo" | "empty";
                        /**
                         * @description To how the trial works and what is kept
                         * @enum {boolean}
                         */
                        agrees: true;
                        /** @description From `GET /api/v1/sign-up`, when the form was opened */
                        stamp: string;
                        /**
                         * @description Left empty by people
                         * @default
                         */
                        website?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            next: "mail" | "sign-in";
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a further workspace: for good by an operator, else as a trial where trials are open */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        company: string;
                        /** @enum {string} */
                        data: "demo" | "empty";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a role; it counts from the next request of everybody who holds it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: {
                            zh: string;
                            en: string;
                        };
                        permissions: ("data.read" | "data.export" | "margin.read" | "commission.read" | "links.share" | "links.manage" | "orders.write" | "tasks.write" | "pipeline.write" | "pipeline.assign" | "pipeline.settings" | "customers.pool" | "customers.write" | "customers.release" | "customers.settings" | "contacts.reveal" | "audit.read" | "imports.read" | "imports.write" | "calendar.write" | "workspace.write" | "workspace.export" | "members.write" | "single_sign_on.write" | "roles.write" | "api_keys.write")[];
                        /**
                         * @description The data scope its members get unless told otherwise
                         * @enum {string}
                         */
                        usualScope: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                        /**
                         * @description Said when the role holds a permission that lets its members decide what others may do
                         * @default false
                         */
                        confirmsPower?: boolean;
                        /** @description The version that was seen */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Delete a role; whoever holds it gets the role `moveTo`, without which a role in use stays */
        delete: {
            parameters: {
                query?: {
                    moveTo?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role may do, in words */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            roles: {
                                /** @enum {string} */
                                role: "admin" | "executive" | "manager" | "rep" | "finance" | "viewer";
                                usualScope: string;
                            }[];
                            /** @description Roles that the workspace made for itself */
                            custom: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                permissions: string[];
                                /** @enum {string} */
                                usualScope: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                                version: number;
                                /** @description Members, open invitations and keys that hold it */
                                holders: number;
                            }[];
                            permissions: {
                                name: string;
                                words: {
                                    zh: string;
                                    en: string;
                                };
                                roles: ("admin" | "executive" | "manager" | "rep" | "finance" | "viewer")[];
                                /** @description Whoever holds it decides what others may do */
                                isPowerful: boolean;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a role */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: {
                            zh: string;
                            en: string;
                        };
                        permissions: ("data.read" | "data.export" | "margin.read" | "commission.read" | "links.share" | "links.manage" | "orders.write" | "tasks.write" | "pipeline.write" | "pipeline.assign" | "pipeline.settings" | "customers.pool" | "customers.write" | "customers.release" | "customers.settings" | "contacts.reveal" | "audit.read" | "imports.read" | "imports.write" | "calendar.write" | "workspace.write" | "workspace.export" | "members.write" | "single_sign_on.write" | "roles.write" | "api_keys.write")[];
                        /**
                         * @description The data scope its members get unless told otherwise
                         * @enum {string}
                         */
                        usualScope: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                        /**
                         * @description Said when the role holds a permission that lets its members decide what others may do
                         * @default false
                         */
                        confirmsPower?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a share link: answers where its view is, and sets the cookie that shows it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The view, below the link’s own path */
                            address: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, in which workspace */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            viewer: {
                                name: string;
                                email: string | null;
                                /** @description A built-in role, or the id of one of the workspace’s own */
                                role: string;
                                /** @description What a role of the workspace’s own is called */
                                roleName: {
                                    zh: string;
                                    en: string;
                                } | null;
                                permissions: string[];
                                seesAll: boolean;
                                /** @description Whose pages are about their own number first */
                                seesOnlySelf: boolean;
                                personId: string | null;
                                personName: string | null;
                                teamId: string | null;
                                teamName: string | null;
                            };
                            workspace: {
                                slug: string;
                                name: string;
                                zone: string;
                                currency: string;
                                colours: string;
                                fiscalStartMonth: number;
                                weekStart: number;
                                plan: {
                                    /** @enum {string} */
                                    kind: "permanent" | "trial" | "expired" | "read_only";
                                    endsAt: string | null;
                                    daysLeft: number | null;
                                };
                                /** @description Rows of the demo written so far, while they are being written */
                                filling: {
                                    done: number;
                                    total: number;
                                } | null;
                                /** @description Whether its company is made up */
                                isDemo: boolean;
                                /** @description How far the viewer is in the guided tour; null before they began it */
                                tour: {
                                    step: number;
                                    /** @enum {string} */
                                    status: "open" | "dismissed" | "done";
                                } | null;
                            };
                            workspaces: {
                                slug: string;
                                name: string;
                                role: string;
                                roleName: {
                                    zh: string;
                                    en: string;
                                } | null;
                            }[];
                            /** @description The share link by which the viewer looks; null for members and keys */
                            sharedLink: {
                                by: string;
                                until: string;
                                path: string;
                                note: string | null;
                            } | null;
                            calendar: {
                                today: string;
                                /** @description Null when the calendar does not reach today */
                                quarter: {
                                    from: string;
                                    before: string;
                                    workdaysElapsed: number;
                                    workdaysTotal: number;
                                } | null;
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live events: `change` after every change of the workspace’s numbers */
        get: {
            parameters: {
                query?: {
                    workspace?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measures, dimensions and grains, with their meaning in words */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            measures: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                meaning: {
                                    zh: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                unit: "money" | "count" | "quantity" | "ratio" | "days" | "minutes";
                                better: ("up" | "down") | null;
                                /** @description What it can be split and filtered by */
                                dimensions: string[];
                                /** @description Whether share, cumulative and moving average make sense */
                                addsUp: boolean;
                            }[];
                            dimensions: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                members?: {
                                    key: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                            }[];
                            grains: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a question */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        measures: (string | {
                            id: string;
                            /** @enum {string} */
                            show: "share" | "cumulative" | "moving_average";
                        })[];
                        by?: string[];
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        /** @enum {string} */
                        grain?: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        /** @enum {string} */
                        compare?: "previous" | "year_ago" | "spring_festival";
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        order?: {
                            by: string;
                            /** @enum {string} */
                            direction: "asc" | "desc";
                        }[];
                        limit?: number;
                        asOf?: unknown;
                        /** @enum {string} */
                        organisation?: "as_was" | "restated";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly columns: {
                                id: string;
                                /** @enum {string} */
                                role: "dimension" | "key" | "time" | "measure" | "base" | "change" | "delta" | "numerator" | "denominator" | "n";
                                of: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                unit?: "money" | "count" | "quantity" | "ratio" | "days" | "minutes";
                                /** @enum {string} */
                                better?: "up" | "down";
                            }[];
                            readonly rows: {
                                [key: string]: string | number | null;
                            }[];
                            /** @description Computed over all rows of the question, not summed from `rows` */
                            totals: {
                                [key: string]: string | number | null;
                            };
                            compare: {
                                /** @enum {string} */
                                kind: "previous" | "year_ago" | "spring_festival";
                                period: {
                                    /** @description YYYY-MM-DD */
                                    from: string;
                                    /** @description YYYY-MM-DD */
                                    before: string;
                                };
                                compared: {
                                    /** @description YYYY-MM-DD */
                                    from: string;
                                    /** @description YYYY-MM-DD */
                                    before: string;
                                } | null;
                                /** @enum {string} */
                                basis: "whole" | "workdays" | "days" | "none";
                                workdaysElapsed: number;
                                workdaysTotal: number;
                            } | null;
                            /** @description The bucket that is still running */
                            partial: string | null;
                            readonly notes: {
                                code: string;
                                text: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            /** @description The question as understood, its period as days */
                            query: {
                                period: {
                                    /** @description YYYY-MM-DD */
                                    from: string;
                                    /** @description YYYY-MM-DD */
                                    before: string;
                                };
                            } & {
                                [key: string]: unknown;
                            };
                            asOf: {
                                /** @description YYYY-MM-DD */
                                day: string;
                                dataUpTo: string | null;
                                workdaysElapsed: number;
                                workdaysTotal: number;
                                zone: string;
                                currency: string;
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer several questions in one round */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        questions: {
                            measures: (string | {
                                id: string;
                                /** @enum {string} */
                                show: "share" | "cumulative" | "moving_average";
                            })[];
                            by?: string[];
                            period: {
                                from: unknown;
                                before: unknown;
                            } | {
                                /** @enum {string} */
                                kind: "this" | "last";
                                /** @enum {string} */
                                unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                            } | {
                                /** @enum {string} */
                                kind: "last_days";
                                days: number;
                            } | {
                                /** @enum {string} */
                                kind: "all";
                            };
                            /** @enum {string} */
                            grain?: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                            /** @enum {string} */
                            compare?: "previous" | "year_ago" | "spring_festival";
                            where?: {
                                field: string;
                                /** @enum {string} */
                                op: "in" | "not_in";
                                values: (string | null)[];
                            }[];
                            order?: {
                                by: string;
                                /** @enum {string} */
                                direction: "asc" | "desc";
                            }[];
                            limit?: number;
                            asOf?: unknown;
                            /** @enum {string} */
                            organisation?: "as_was" | "restated";
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly answers: {
                                readonly columns: {
                                    id: string;
                                    /** @enum {string} */
                                    role: "dimension" | "key" | "time" | "measure" | "base" | "change" | "delta" | "numerator" | "denominator" | "n";
                                    of: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @enum {string} */
                                    unit?: "money" | "count" | "quantity" | "ratio" | "days" | "minutes";
                                    /** @enum {string} */
                                    better?: "up" | "down";
                                }[];
                                readonly rows: {
                                    [key: string]: string | number | null;
                                }[];
                                /** @description Computed over all rows of the question, not summed from `rows` */
                                totals: {
                                    [key: string]: string | number | null;
                                };
                                compare: {
                                    /** @enum {string} */
                                    kind: "previous" | "year_ago" | "spring_festival";
                                    period: {
                                        /** @description YYYY-MM-DD */
                                        from: string;
                                        /** @description YYYY-MM-DD */
                                        before: string;
                                    };
                                    compared: {
                                        /** @description YYYY-MM-DD */
                                        from: string;
                                        /** @description YYYY-MM-DD */
                                        before: string;
                                    } | null;
                                    /** @enum {string} */
                                    basis: "whole" | "workdays" | "days" | "none";
                                    workdaysElapsed: number;
                                    workdaysTotal: number;
                                } | null;
                                /** @description The bucket that is still running */
                                partial: string | null;
                                readonly notes: {
                                    code: string;
                                    text: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                                /** @description The question as understood, its period as days */
                                query: {
                                    period: {
                                        /** @description YYYY-MM-DD */
                                        from: string;
                                        /** @description YYYY-MM-DD */
                                        before: string;
                                    };
                                } & {
                                    [key: string]: unknown;
                                };
                                asOf: {
                                    /** @description YYYY-MM-DD */
                                    day: string;
                                    dataUpTo: string | null;
                                    workdaysElapsed: number;
                                    workdaysTotal: number;
                                    zone: string;
                                    currency: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The rows behind one number; they add up to it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        measures: string[];
                        by?: string[];
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        /** @enum {string} */
                        grain?: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        /** @enum {string} */
                        compare?: "previous" | "year_ago" | "spring_festival";
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        order?: {
                            by: string;
                            /** @enum {string} */
                            direction: "asc" | "desc";
                        }[];
                        limit?: number;
                        asOf?: unknown;
                        /** @enum {string} */
                        organisation?: "as_was" | "restated";
                        at?: {
                            [key: string]: string | null;
                        };
                        cursor?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly columns: {
                                id: string;
                                /** @enum {string} */
                                role: "dimension" | "key" | "time" | "measure" | "base" | "change" | "delta" | "numerator" | "denominator" | "n";
                                of: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                unit?: "money" | "count" | "quantity" | "ratio" | "days" | "minutes";
                                /** @enum {string} */
                                better?: "up" | "down";
                            }[];
                            readonly rows: {
                                [key: string]: string | number | null;
                            }[];
                            next: string | null;
                            total: number;
                            /** @description Money is a decimal string; null is unknown */
                            sum: string | number | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query/passport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What one number means: formula, period, scope, what counts and what is left out (口径卡) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        measures: string[];
                        by?: string[];
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        /** @enum {string} */
                        grain?: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        /** @enum {string} */
                        compare?: "previous" | "year_ago" | "spring_festival";
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        order?: {
                            by: string;
                            /** @enum {string} */
                            direction: "asc" | "desc";
                        }[];
                        limit?: number;
                        asOf?: unknown;
                        /** @enum {string} */
                        organisation?: "as_was" | "restated";
                        at?: {
                            [key: string]: string | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            measure: string;
                            label: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            unit: "money" | "count" | "quantity" | "ratio" | "days" | "minutes";
                            /** @description Money is a decimal string; null is unknown */
                            value: string | number | null;
                            formula: {
                                zh: string;
                                en: string;
                            };
                            period: {
                                range: {
                                    /** @description YYYY-MM-DD */
                                    from: string;
                                    /** @description YYYY-MM-DD */
                                    before: string;
                                };
                                /** @description YYYY-MM-DD */
                                asOf: string;
                                zone: string;
                                unfinished: boolean;
                                timeColumn: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            readonly scope: {
                                zh: string;
                                en: string;
                            }[];
                            readonly counted: {
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                rows: number;
                                /** @description Money is a decimal string; null is unknown */
                                amount: string | number | null;
                            }[];
                            readonly leftOut: {
                                reason: {
                                    zh: string;
                                    en: string;
                                };
                                rows: number;
                                /** @description Money is a decimal string; null is unknown */
                                amount: string | number | null;
                            }[];
                            dataUpTo: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members-of/{dimension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Values of a dimension that the viewer may filter by */
        get: {
            parameters: {
                query?: {
                    search?: string;
                };
                header?: never;
                path: {
                    dimension: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly members: {
                                key: string;
                                name: string;
                                parent: string | null;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note in the audit log that numbers leave as a file, before it is made */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description What a panel shows, the rows behind a number, the audit log, or rows that an import left out
                         * @enum {string}
                         */
                        what: "panel" | "rows" | "audit" | "rejected_rows";
                        /** @description The page it stands on, without its filters */
                        page: string;
                        /** @description Which panel or which import */
                        id: string;
                        /** @enum {string} */
                        format: "csv" | "xlsx" | "png";
                        rows: number;
                        /** @description Null for what is no answer to a question */
                        question: {
                            measures: string[];
                            by: string[];
                            period: string | null;
                            /** @description Names of the fields filtered by. Their values may be names of customers: not sent */
                            filters: string[];
                        } | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One’s own value and rank among all reps in service, their values without names */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        measure: "revenue" | "order_count" | "new_customers";
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            own: string | null;
                            reason: ("no_person" | "too_few") | null;
                            rank: number;
                            of: number;
                            next: string | null;
                            median: string | null;
                            readonly peers: string[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload files (multipart/form-data) and see what they are; they wait for a day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            uploadId: string;
                            readonly files: {
                                name: string;
                                kind: ("csv" | "xlsx" | "xls") | null;
                                encoding: string | null;
                                delimiter: string | null;
                                readonly notes: {
                                    zh: string;
                                    en: string;
                                }[];
                                readonly tables: {
                                    sheet: string | null;
                                    headerRow: number | null;
                                    readonly header: string[];
                                    readonly sample: string[][];
                                    suggestion: {
                                        kind: string | null;
                                        nearest: string;
                                        isDescription: boolean;
                                        readonly columns: {
                                            column: string;
                                            field: string;
                                            confidence: number;
                                        }[];
                                    };
                                    remembered: {
                                        /** @description File the mapping is for; all files when left out */
                                        file?: string;
                                        sheet?: string;
                                        kind?: ("region_managers" | "products" | "people" | "customers" | "leads" | "opportunities" | "order_lines" | "returns" | "payments" | "invoices") | "skip";
                                        headerRow?: number;
                                        /** @description Field of each column; null leaves it out */
                                        columns?: {
                                            [key: string]: ("order_number" | "line_id" | "ordered_on" | "cancelled_on" | "customer_code" | "customer_name" | "customer_type" | "industry" | "customer_tier" | "city" | "province" | "region" | "product_code" | "product_name" | "product_line" | "product_subline" | "list_price" | "quantity" | "unit_price" | "amount" | "discount" | "order_discount" | "cost" | "profit" | "rep" | "manager" | "region_manager" | "team" | "title" | "hired_on" | "left_on" | "source" | "status" | "returned" | "returned_on" | "refund_amount" | "reason" | "payment_number" | "paid_on" | "paid_amount" | "invoice_number" | "invoiced_on" | "invoiced_amount" | "deal_code" | "deal_name" | "pipeline" | "stage" | "created_on" | "closed_on" | "expected_close_on" | "deal_amount" | "closed_amount" | "lost_reason" | "competitor" | "contact_name" | "phone" | "email" | "lead_code" | "lead_name" | "responded_on" | "valid_on" | "invalid_on" | "converted_on") | null;
                                        };
                                        dateOrder?: ("dmy" | "mdy" | "ymd") | {
                                            [key: string]: "dmy" | "mdy" | "ymd";
                                        };
                                        /** @enum {string} */
                                        decimalStyle?: "point" | "comma";
                                        /** @enum {string} */
                                        discountIs?: "rate" | "amount";
                                        /** @enum {string} */
                                        orderKey?: "number" | "number_customer_date";
                                        /** @enum {string} */
                                        encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "big5" | "shift_jis" | "windows-1252";
                                        /** @enum {string} */
                                        delimiter?: "," | ";" | "\t" | "|";
                                    } | null;
                                }[];
                                readonly problems: {
                                    detail: {
                                        zh: string;
                                        en: string;
                                    };
                                    place?: {
                                        field?: string;
                                        file?: string;
                                        sheet?: string;
                                        row?: number;
                                        column?: string;
                                    };
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a mapping may say */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly kinds: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                readonly fields: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    type: string;
                                }[];
                                readonly requires: string[][];
                            }[];
                            readonly entities: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            readonly encodings: string[];
                            readonly delimiters: string[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at uploaded files again, with what a mapping says of encoding, delimiter, header row and kind */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        uploadId: string;
                        mapping?: {
                            tables: {
                                /** @description File the mapping is for; all files when left out */
                                file?: string;
                                sheet?: string;
                                kind?: ("region_managers" | "products" | "people" | "customers" | "leads" | "opportunities" | "order_lines" | "returns" | "payments" | "invoices") | "skip";
                                headerRow?: number;
                                /** @description Field of each column; null leaves it out */
                                columns?: {
                                    [key: string]: ("order_number" | "line_id" | "ordered_on" | "cancelled_on" | "customer_code" | "customer_name" | "customer_type" | "industry" | "customer_tier" | "city" | "province" | "region" | "product_code" | "product_name" | "product_line" | "product_subline" | "list_price" | "quantity" | "unit_price" | "amount" | "discount" | "order_discount" | "cost" | "profit" | "rep" | "manager" | "region_manager" | "team" | "title" | "hired_on" | "left_on" | "source" | "status" | "returned" | "returned_on" | "refund_amount" | "reason" | "payment_number" | "paid_on" | "paid_amount" | "invoice_number" | "invoiced_on" | "invoiced_amount" | "deal_code" | "deal_name" | "pipeline" | "stage" | "created_on" | "closed_on" | "expected_close_on" | "deal_amount" | "closed_amount" | "lost_reason" | "competitor" | "contact_name" | "phone" | "email" | "lead_code" | "lead_name" | "responded_on" | "valid_on" | "invalid_on" | "converted_on") | null;
                                };
                                dateOrder?: ("dmy" | "mdy" | "ymd") | {
                                    [key: string]: "dmy" | "mdy" | "ymd";
                                };
                                /** @enum {string} */
                                decimalStyle?: "point" | "comma";
                                /** @enum {string} */
                                discountIs?: "rate" | "amount";
                                /** @enum {string} */
                                orderKey?: "number" | "number_customer_date";
                                /** @enum {string} */
                                encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "big5" | "shift_jis" | "windows-1252";
                                /** @enum {string} */
                                delimiter?: "," | ";" | "\t" | "|";
                            }[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            uploadId: string;
                            readonly files: {
                                name: string;
                                kind: ("csv" | "xlsx" | "xls") | null;
                                encoding: string | null;
                                delimiter: string | null;
                                readonly notes: {
                                    zh: string;
                                    en: string;
                                }[];
                                readonly tables: {
                                    sheet: string | null;
                                    headerRow: number | null;
                                    readonly header: string[];
                                    readonly sample: string[][];
                                    suggestion: {
                                        kind: string | null;
                                        nearest: string;
                                        isDescription: boolean;
                                        readonly columns: {
                                            column: string;
                                            field: string;
                                            confidence: number;
                                        }[];
                                    };
                                    remembered: {
                                        /** @description File the mapping is for; all files when left out */
                                        file?: string;
                                        sheet?: string;
                                        kind?: ("region_managers" | "products" | "people" | "customers" | "leads" | "opportunities" | "order_lines" | "returns" | "payments" | "invoices") | "skip";
                                        headerRow?: number;
                                        /** @description Field of each column; null leaves it out */
                                        columns?: {
                                            [key: string]: ("order_number" | "line_id" | "ordered_on" | "cancelled_on" | "customer_code" | "customer_name" | "customer_type" | "industry" | "customer_tier" | "city" | "province" | "region" | "product_code" | "product_name" | "product_line" | "product_subline" | "list_price" | "quantity" | "unit_price" | "amount" | "discount" | "order_discount" | "cost" | "profit" | "rep" | "manager" | "region_manager" | "team" | "title" | "hired_on" | "left_on" | "source" | "status" | "returned" | "returned_on" | "refund_amount" | "reason" | "payment_number" | "paid_on" | "paid_amount" | "invoice_number" | "invoiced_on" | "invoiced_amount" | "deal_code" | "deal_name" | "pipeline" | "stage" | "created_on" | "closed_on" | "expected_close_on" | "deal_amount" | "closed_amount" | "lost_reason" | "competitor" | "contact_name" | "phone" | "email" | "lead_code" | "lead_name" | "responded_on" | "valid_on" | "invalid_on" | "converted_on") | null;
                                        };
                                        dateOrder?: ("dmy" | "mdy" | "ymd") | {
                                            [key: string]: "dmy" | "mdy" | "ymd";
                                        };
                                        /** @enum {string} */
                                        decimalStyle?: "point" | "comma";
                                        /** @enum {string} */
                                        discountIs?: "rate" | "amount";
                                        /** @enum {string} */
                                        orderKey?: "number" | "number_customer_date";
                                        /** @enum {string} */
                                        encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "big5" | "shift_jis" | "windows-1252";
                                        /** @enum {string} */
                                        delimiter?: "," | ";" | "\t" | "|";
                                    } | null;
                                }[];
                                readonly problems: {
                                    detail: {
                                        zh: string;
                                        en: string;
                                    };
                                    place?: {
                                        field?: string;
                                        file?: string;
                                        sheet?: string;
                                        row?: number;
                                        column?: string;
                                    };
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read every row under a mapping and write nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        uploadId: string;
                        mapping?: {
                            tables: {
                                /** @description File the mapping is for; all files when left out */
                                file?: string;
                                sheet?: string;
                                kind?: ("region_managers" | "products" | "people" | "customers" | "leads" | "opportunities" | "order_lines" | "returns" | "payments" | "invoices") | "skip";
                                headerRow?: number;
                                /** @description Field of each column; null leaves it out */
                                columns?: {
                                    [key: string]: ("order_number" | "line_id" | "ordered_on" | "cancelled_on" | "customer_code" | "customer_name" | "customer_type" | "industry" | "customer_tier" | "city" | "province" | "region" | "product_code" | "product_name" | "product_line" | "product_subline" | "list_price" | "quantity" | "unit_price" | "amount" | "discount" | "order_discount" | "cost" | "profit" | "rep" | "manager" | "region_manager" | "team" | "title" | "hired_on" | "left_on" | "source" | "status" | "returned" | "returned_on" | "refund_amount" | "reason" | "payment_number" | "paid_on" | "paid_amount" | "invoice_number" | "invoiced_on" | "invoiced_amount" | "deal_code" | "deal_name" | "pipeline" | "stage" | "created_on" | "closed_on" | "expected_close_on" | "deal_amount" | "closed_amount" | "lost_reason" | "competitor" | "contact_name" | "phone" | "email" | "lead_code" | "lead_name" | "responded_on" | "valid_on" | "invalid_on" | "converted_on") | null;
                                };
                                dateOrder?: ("dmy" | "mdy" | "ymd") | {
                                    [key: string]: "dmy" | "mdy" | "ymd";
                                };
                                /** @enum {string} */
                                decimalStyle?: "point" | "comma";
                                /** @enum {string} */
                                discountIs?: "rate" | "amount";
                                /** @enum {string} */
                                orderKey?: "number" | "number_customer_date";
                                /** @enum {string} */
                                encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "big5" | "shift_jis" | "windows-1252";
                                /** @enum {string} */
                                delimiter?: "," | ";" | "\t" | "|";
                            }[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            report: {
                                readonly tables: {
                                    file: string;
                                    sheet: string | null;
                                    kind: string;
                                    encoding: string | null;
                                    delimiter: string | null;
                                    headerRow: number;
                                    rows: number;
                                    readonly columns: {
                                        column: string;
                                        field: string | null;
                                    }[];
                                }[];
                                entities: {
                                    [key: string]: {
                                        inserted: number;
                                        updated: number;
                                        unchanged: number;
                                    };
                                };
                                rejectedCount: number;
                                blockingCount: number;
                                readonly notes: {
                                    code: string;
                                    text: {
                                        zh: string;
                                        en: string;
                                    };
                                    file: string | null;
                                    sheet: string | null;
                                    count: number;
                                    firstRow: number | null;
                                }[];
                                totals: {
                                    orders: number;
                                    orderLines: number;
                                    opportunities: number;
                                    amount: string;
                                    cost: string;
                                    wonAmount: string;
                                    firstDay?: string | null;
                                    lastDay?: string | null;
                                };
                            };
                            /** @description Whether the report says how many rows would be new, changed and unchanged */
                            counted: boolean;
                            /** @description Faults of whole tables, which forbid the import */
                            fatalCount: number;
                            readonly rejected: {
                                file: string;
                                sheet: string | null;
                                row: number | null;
                                column: string | null;
                                value: string | null;
                                code: string;
                                reason: {
                                    zh: string;
                                    en: string;
                                };
                                blocking: boolean;
                            }[];
                            readonly tables: {
                                file: string;
                                sheet: string | null;
                                readonly columns: {
                                    column: string;
                                    field: string;
                                    type: string;
                                    dateOrder: ("dmy" | "mdy" | "ymd") | null;
                                    readonly dateChoices: ("dmy" | "mdy" | "ymd")[];
                                    /** @enum {string} */
                                    decimalStyle: "point" | "comma";
                                    decimalIsOpen: boolean;
                                }[];
                                readonly rows: {
                                    [key: string]: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description startedAt of the last import of the page before */
                    before?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            imports: {
                                id: string;
                                /** @enum {string} */
                                state: "running" | "done" | "failed" | "cancelled" | "undone";
                                readonly files: {
                                    name: string;
                                }[];
                                startedBy: string | null;
                                startedAt: string;
                                finishedAt: string | null;
                                progress: {
                                    /** @enum {string} */
                                    phase: "surveying" | "writing";
                                    rows: number;
                                    total: number | null;
                                } | null;
                                report: {
                                    readonly tables?: {
                                        file: string;
                                        sheet: string | null;
                                        kind: string;
                                        encoding: string | null;
                                        delimiter: string | null;
                                        headerRow: number;
                                        rows: number;
                                        readonly columns: {
                                            column: string;
                                            field: string | null;
                                        }[];
                                    }[];
                                    entities?: {
                                        [key: string]: {
                                            inserted: number;
                                            updated: number;
                                            unchanged: number;
                                        };
                                    };
                                    rejectedCount?: number;
                                    blockingCount?: number;
                                    readonly notes?: {
                                        code: string;
                                        text: {
                                            zh: string;
                                            en: string;
                                        };
                                        file: string | null;
                                        sheet: string | null;
                                        count: number;
                                        firstRow: number | null;
                                    }[];
                                    totals?: {
                                        orders: number;
                                        orderLines: number;
                                        opportunities: number;
                                        amount: string;
                                        cost: string;
                                        wonAmount: string;
                                        firstDay?: string | null;
                                        lastDay?: string | null;
                                    };
                                };
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Start an import; follow it at /imports/{id} */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        uploadId: string;
                        mapping?: {
                            tables: {
                                /** @description File the mapping is for; all files when left out */
                                file?: string;
                                sheet?: string;
                                kind?: ("region_managers" | "products" | "people" | "customers" | "leads" | "opportunities" | "order_lines" | "returns" | "payments" | "invoices") | "skip";
                                headerRow?: number;
                                /** @description Field of each column; null leaves it out */
                                columns?: {
                                    [key: string]: ("order_number" | "line_id" | "ordered_on" | "cancelled_on" | "customer_code" | "customer_name" | "customer_type" | "industry" | "customer_tier" | "city" | "province" | "region" | "product_code" | "product_name" | "product_line" | "product_subline" | "list_price" | "quantity" | "unit_price" | "amount" | "discount" | "order_discount" | "cost" | "profit" | "rep" | "manager" | "region_manager" | "team" | "title" | "hired_on" | "left_on" | "source" | "status" | "returned" | "returned_on" | "refund_amount" | "reason" | "payment_number" | "paid_on" | "paid_amount" | "invoice_number" | "invoiced_on" | "invoiced_amount" | "deal_code" | "deal_name" | "pipeline" | "stage" | "created_on" | "closed_on" | "expected_close_on" | "deal_amount" | "closed_amount" | "lost_reason" | "competitor" | "contact_name" | "phone" | "email" | "lead_code" | "lead_name" | "responded_on" | "valid_on" | "invalid_on" | "converted_on") | null;
                                };
                                dateOrder?: ("dmy" | "mdy" | "ymd") | {
                                    [key: string]: "dmy" | "mdy" | "ymd";
                                };
                                /** @enum {string} */
                                decimalStyle?: "point" | "comma";
                                /** @enum {string} */
                                discountIs?: "rate" | "amount";
                                /** @enum {string} */
                                orderKey?: "number" | "number_customer_date";
                                /** @enum {string} */
                                encoding?: "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "big5" | "shift_jis" | "windows-1252";
                                /** @enum {string} */
                                delimiter?: "," | ";" | "\t" | "|";
                            }[];
                        };
                        /** @description Go on without the rows that are rejected */
                        allowPartial?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a running import; nothing of it is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cancelled: boolean;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a finished import */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            deleted: number;
                            restored: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: progress while it runs, then its report */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "running" | "done" | "failed" | "cancelled" | "undone";
                            readonly files: {
                                name: string;
                            }[];
                            startedBy: string | null;
                            startedAt: string;
                            finishedAt: string | null;
                            progress: {
                                /** @enum {string} */
                                phase: "surveying" | "writing";
                                rows: number;
                                total: number | null;
                            } | null;
                            report: {
                                readonly tables?: {
                                    file: string;
                                    sheet: string | null;
                                    kind: string;
                                    encoding: string | null;
                                    delimiter: string | null;
                                    headerRow: number;
                                    rows: number;
                                    readonly columns: {
                                        column: string;
                                        field: string | null;
                                    }[];
                                }[];
                                entities?: {
                                    [key: string]: {
                                        inserted: number;
                                        updated: number;
                                        unchanged: number;
                                    };
                                };
                                rejectedCount?: number;
                                blockingCount?: number;
                                readonly notes?: {
                                    code: string;
                                    text: {
                                        zh: string;
                                        en: string;
                                    };
                                    file: string | null;
                                    sheet: string | null;
                                    count: number;
                                    firstRow: number | null;
                                }[];
                                totals?: {
                                    orders: number;
                                    orderLines: number;
                                    opportunities: number;
                                    amount: string;
                                    cost: string;
                                    wonAmount: string;
                                    firstDay?: string | null;
                                    lastDay?: string | null;
                                };
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows an import did not take over, with the reason */
        get: {
            parameters: {
                query?: {
                    offset?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rejected: {
                                file: string;
                                sheet: string | null;
                                row: number | null;
                                column: string | null;
                                value: string | null;
                                code: string;
                                reason: {
                                    zh: string;
                                    en: string;
                                };
                                blocking: boolean;
                            }[];
                            next: number | null;
                            total: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write one order with its lines */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again give the same answer and write nothing */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: string;
                        orderedOn: string;
                        orderedMinute?: number | null;
                        /** @default false */
                        isDraft?: boolean;
                        customerId?: string | null;
                        /** @description A rep may only name themselves, and is named when this is left out */
                        repId?: string | null;
                        /** @description The customer’s when left out */
                        regionId?: string | null;
                        sourceId?: string | null;
                        opportunityId?: string | null;
                        /** @description The workspace’s when left out */
                        currency?: string;
                        /** @description To the workspace’s currency; needed when `currency` is another one */
                        rate?: string;
                        /**
                         * @description On the whole order; shared among its lines
                         * @default 0
                         */
                        discount?: string;
                        lines: {
                            productId?: string | null;
                            quantity?: string | null;
                            /** @description Less the line’s own discount, before the order’s */
                            amount: string;
                            /**
                             * @description The line’s own discount, already taken off `amount`
                             * @default 0
                             */
                            discount?: string;
                            cost?: string | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            number: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/dwell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where open deals stand, and how long deals stay in each stage by Kaplan–Meier
         * @description Stays of the six months up to the end of the period (or of `months`, or of the whole period when it is longer); open ones count for as long as they are known to have lasted.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        pipeline?: string;
                        /** @enum {string} */
                        sizeBand?: "small" | "medium" | "large";
                        /**
                         * @default calendar
                         * @enum {string}
                         */
                        unit?: "calendar" | "workdays";
                        /**
                         * @description Stays entered in so many months; a longer period counts whole
                         * @default 6
                         */
                        months?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            /** @enum {string} */
                            unit: "calendar" | "workdays";
                            /** @description Stays entered in these days */
                            window: {
                                from: string;
                                before: string;
                            };
                            /** @description The year before, seen at the same age */
                            base: {
                                from: string;
                                before: string;
                            } | null;
                            bands: {
                                small: {
                                    from: number | null;
                                    before: number | null;
                                };
                                medium: {
                                    from: number | null;
                                    before: number | null;
                                };
                                large: {
                                    from: number | null;
                                    before: number | null;
                                };
                            } | null;
                            readonly stages: {
                                stage: {
                                    id: string;
                                    name: string;
                                    rank: number | null;
                                    pipeline: {
                                        id: string;
                                        name: string | null;
                                    };
                                    limitDays: number | null;
                                } | null;
                                standing: {
                                    count: number;
                                    amount: string;
                                    age: {
                                        n: number;
                                        p25: number;
                                        p50: number;
                                        p75: number;
                                    } | null;
                                };
                                dwell: {
                                    n: number;
                                    /** @description Not over at the end of the window */
                                    open: number;
                                    /** @description Null: the stays seen do not reach it */
                                    median: number | null;
                                    /** @description 95 % interval of the median (Greenwood, log-log) */
                                    low: number | null;
                                    /** @description Null: the stays seen do not reach it */
                                    high: number | null;
                                    /** @description Null: the stays seen do not reach it */
                                    p75: number | null;
                                    /** @description Null: the stays seen do not reach it */
                                    p90: number | null;
                                } | null;
                                base: {
                                    n: number;
                                    /** @description Not over at the end of the window */
                                    open: number;
                                    /** @description Null: the stays seen do not reach it */
                                    median: number | null;
                                    /** @description 95 % interval of the median (Greenwood, log-log) */
                                    low: number | null;
                                    /** @description Null: the stays seen do not reach it */
                                    high: number | null;
                                    /** @description Null: the stays seen do not reach it */
                                    p75: number | null;
                                    /** @description Null: the stays seen do not reach it */
                                    p90: number | null;
                                } | null;
                                line: {
                                    days: number | null;
                                    n: number;
                                    /** @enum {string} */
                                    basis: "stage" | "pipeline" | "configured" | "none";
                                } | null;
                            }[];
                            /** @description The stage whose median rose most against the year before, beyond its interval */
                            slowed: {
                                stageId: string;
                                days: number;
                            } | null;
                            readonly pipelines: {
                                id: string;
                                name: string | null;
                            }[];
                            withoutHistory: {
                                deals: number;
                                of: number;
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The amount a running period closes with: P10, P50, P90 by simulation of the open deals */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            period: {
                                from: string;
                                before: string;
                            };
                            /** @enum {string} */
                            kind: "outlook";
                            asOf: string;
                            daysLeft: number;
                            /** @description An estimate in the workspace’s currency */
                            wonSoFar: number;
                            wonDeals: number;
                            /** @description An estimate in the workspace’s currency */
                            p10: number;
                            /** @description An estimate in the workspace’s currency */
                            p50: number;
                            /** @description An estimate in the workspace’s currency */
                            p90: number;
                            /** @description An estimate in the workspace’s currency */
                            expected: number;
                            /** @description Expected of deals that are not open yet; part of the above */
                            fresh: number;
                            openDeals: number;
                            /** @description Open deals older than any won one like them */
                            outlived: number;
                            learnt: {
                                deals: number;
                                won: number;
                                followDays: number;
                            };
                        } | {
                            period: {
                                from: string;
                                before: string;
                            };
                            /** @enum {string} */
                            kind: "not_enough_data";
                            need: number;
                            have: number;
                        } | {
                            period: {
                                from: string;
                                before: string;
                            };
                            /** @enum {string} */
                            kind: "not_running";
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/forecast/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the forecast would have said in past periods with what was known then, against what came */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                            readonly points: {
                                period: {
                                    from: string;
                                    before: string;
                                };
                                /** @description Days before the end */
                                lead: number;
                                /** @description An estimate in the workspace’s currency */
                                actual: number;
                                seen: {
                                    asOf: string;
                                    /** @description An estimate in the workspace’s currency */
                                    wonSoFar: number;
                                    /** @description An estimate in the workspace’s currency */
                                    p10: number;
                                    /** @description An estimate in the workspace’s currency */
                                    p50: number;
                                    /** @description An estimate in the workspace’s currency */
                                    p90: number;
                                };
                            }[];
                            readonly leads: {
                                lead: number;
                                n: number;
                                bias: number | null;
                                wape: number | null;
                                /** @description Share of periods that closed between P10 and P90 */
                                coverage: number;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What became of the deals and leads that came in together, beside two earlier cohorts of the same age */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        pipeline?: string;
                        /**
                         * @description `any`: came to any later stage or was won. `strict`: stage by stage, none left out
                         * @default any
                         * @enum {string}
                         */
                        way?: "any" | "strict";
                        /**
                         * @description Younger members of a cohort are left out
                         * @default 45
                         */
                        matureDays?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            way: "any" | "strict";
                            matureDays: number;
                            /** @description Above 0: the period is too young, and the cohort so many periods earlier */
                            periodsBack: number;
                            now: {
                                range: {
                                    from: string;
                                    before: string;
                                };
                                /** @description Looked at on the evening before this day */
                                seenBefore: string;
                            };
                            previous: {
                                range: {
                                    from: string;
                                    before: string;
                                };
                                /** @description Looked at on the evening before this day */
                                seenBefore: string;
                            };
                            yearAgo: {
                                range: {
                                    from: string;
                                    before: string;
                                };
                                /** @description Looked at on the evening before this day */
                                seenBefore: string;
                            };
                            pipeline: {
                                id: string;
                                name: string | null;
                            } | null;
                            readonly pipelines: {
                                id: string;
                                name: string | null;
                            }[];
                            deals: {
                                now: {
                                    n: number;
                                    reached: number;
                                    /** @description Strict only: came further out of order */
                                    skipped: number;
                                    open: number;
                                    lost: number;
                                    disqualified: number;
                                };
                                previous: {
                                    n: number;
                                    reached: number;
                                    /** @description Strict only: came further out of order */
                                    skipped: number;
                                    open: number;
                                    lost: number;
                                    disqualified: number;
                                };
                                yearAgo: {
                                    n: number;
                                    reached: number;
                                    /** @description Strict only: came further out of order */
                                    skipped: number;
                                    open: number;
                                    lost: number;
                                    disqualified: number;
                                };
                                /** @description With its 95 % interval (Newcombe) */
                                sincePrevious: {
                                    difference: number;
                                    low: number;
                                    high: number;
                                } | null;
                                /** @description With its 95 % interval (Newcombe) */
                                sinceYearAgo: {
                                    difference: number;
                                    low: number;
                                    high: number;
                                } | null;
                            };
                            readonly steps: {
                                now: {
                                    n: number;
                                    reached: number;
                                    /** @description Strict only: came further out of order */
                                    skipped: number;
                                    open: number;
                                    lost: number;
                                    disqualified: number;
                                };
                                previous: {
                                    n: number;
                                    reached: number;
                                    /** @description Strict only: came further out of order */
                                    skipped: number;
                                    open: number;
                                    lost: number;
                                    disqualified: number;
                                };
                                yearAgo: {
                                    n: number;
                                    reached: number;
                                    /** @description Strict only: came further out of order */
                                    skipped: number;
                                    open: number;
                                    lost: number;
                                    disqualified: number;
                                };
                                /** @description With its 95 % interval (Newcombe) */
                                sincePrevious: {
                                    difference: number;
                                    low: number;
                                    high: number;
                                } | null;
                                /** @description With its 95 % interval (Newcombe) */
                                sinceYearAgo: {
                                    difference: number;
                                    low: number;
                                    high: number;
                                } | null;
                                stage: {
                                    id: string;
                                    name: string;
                                    rank: number | null;
                                    pipeline: {
                                        id: string;
                                        name: string | null;
                                    };
                                    limitDays: number | null;
                                };
                                next: string | null;
                            }[];
                            withoutHistory: number;
                            leads: {
                                now: {
                                    n: number;
                                    reached: number;
                                    /** @description Strict only: came further out of order */
                                    skipped: number;
                                    open: number;
                                    lost: number;
                                    disqualified: number;
                                };
                                previous: {
                                    n: number;
                                    reached: number;
                                    /** @description Strict only: came further out of order */
                                    skipped: number;
                                    open: number;
                                    lost: number;
                                    disqualified: number;
                                };
                                yearAgo: {
                                    n: number;
                                    reached: number;
                                    /** @description Strict only: came further out of order */
                                    skipped: number;
                                    open: number;
                                    lost: number;
                                    disqualified: number;
                                };
                                /** @description With its 95 % interval (Newcombe) */
                                sincePrevious: {
                                    difference: number;
                                    low: number;
                                    high: number;
                                } | null;
                                /** @description With its 95 % interval (Newcombe) */
                                sinceYearAgo: {
                                    difference: number;
                                    low: number;
                                    high: number;
                                } | null;
                            }[] | null;
                            /** @description Where the reps or teams filtered for are furthest behind the rest of the cohort, beyond chance */
                            behindOthers: {
                                stageId: string;
                                own: number;
                                others: number;
                                difference: {
                                    difference: number;
                                    low: number;
                                    high: number;
                                };
                            } | null;
                            /** @description The step whose conversion fell most, beyond chance */
                            weakest: {
                                /** @enum {string} */
                                against: "previous" | "year_ago";
                                stageId: string;
                                from: number;
                                to: number;
                                difference: {
                                    difference: number;
                                    low: number;
                                    high: number;
                                };
                                /** @description Sum to the difference */
                                readonly regions: {
                                    id: string | null;
                                    name: string | null;
                                    change: number;
                                    share: number;
                                }[];
                                /** @description Sum to the difference */
                                readonly teams: {
                                    id: string | null;
                                    name: string | null;
                                    change: number;
                                    share: number;
                                }[];
                            } | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/win-rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Won ÷ (won + lost) by outcome date, with its 95 % interval */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            won: number;
                            lost: number;
                            rate: number | null;
                            /** @description Wilson, 95 % */
                            interval: {
                                low: number;
                                high: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/waterfall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open pipeline between two days, step by step, without a residual
         * @description All open deals, or those expected to close in `closing`. Since last Monday unless `between` says otherwise.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        between?: {
                            from: unknown;
                            before: unknown;
                        };
                        closing?: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            between: {
                                from: string;
                                before: string;
                            };
                            closing: {
                                from: string;
                                before: string;
                            } | null;
                            start: {
                                /** @description A decimal */
                                amount: string;
                                deals: number;
                            };
                            readonly steps: {
                                /** @description A decimal */
                                amount: string;
                                deals: number;
                                /** @enum {string} */
                                step: "new" | "pulled_in" | "reopened" | "transferred_in" | "increased" | "decreased" | "won" | "lost" | "disqualified" | "pushed_out" | "transferred_out";
                            }[];
                            end: {
                                /** @description A decimal */
                                amount: string;
                                deals: number;
                            };
                            /** @description What the steps do not explain: zero */
                            residual: {
                                /** @description A decimal */
                                amount: string;
                                deals: number;
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/waterfall/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The deals behind steps of the waterfall; they add up to them */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        between?: {
                            from: unknown;
                            before: unknown;
                        };
                        closing?: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        steps: ("start" | "new" | "pulled_in" | "reopened" | "transferred_in" | "increased" | "decreased" | "won" | "lost" | "disqualified" | "pushed_out" | "transferred_out" | "end")[];
                        offset?: number;
                        limit?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly deals: {
                                /** @enum {string} */
                                step: "start" | "new" | "pulled_in" | "reopened" | "transferred_in" | "increased" | "decreased" | "won" | "lost" | "disqualified" | "pushed_out" | "transferred_out" | "end";
                                id: string;
                                name: string | null;
                                customerId: string | null;
                                customer: string | null;
                                rep: string | null;
                                stage: string | null;
                                /** @description What the deal adds to the step */
                                value: string;
                                amountBefore: string | null;
                                amountAfter: string | null;
                                closeBefore: string | null;
                                closeAfter: string | null;
                            }[];
                            total: number;
                            /** @description Of all deals, not of the page */
                            sum: string;
                            /** @description The offset of the next page */
                            next: number | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open deals by stage, weighted by the configured and by the learnt win probability */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            /** @description How long ago is long enough */
                            horizonDays: number;
                            readonly stages: {
                                stage: {
                                    id: string;
                                    name: string;
                                    rank: number | null;
                                    pipeline: {
                                        id: string;
                                        name: string | null;
                                    };
                                    limitDays: number | null;
                                };
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                                configured: number | null;
                                /** @description Deals that first came to the stage long enough ago */
                                n: number;
                                won: number;
                                stillOpen: number;
                                rate: number | null;
                                /** @description Wilson, 95 % */
                                interval: {
                                    low: number;
                                    high: number;
                                } | null;
                                /** @description The rate, drawn towards the configured probability, which counts for 20 deals */
                                learnt: number | null;
                                weighted: {
                                    configured: string | null;
                                    learnt: string | null;
                                };
                            }[];
                            total: {
                                /** @description A decimal */
                                amount: string;
                                /** @description A decimal */
                                configured: string;
                                /** @description A decimal */
                                learnt: string;
                            };
                            unweighted: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/velocity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sales velocity: open deals × win rate × average won amount ÷ cycle per segment, summed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        /**
                         * @default product_line
                         * @enum {string}
                         */
                        by?: "product_line" | "region" | "team" | "customer_type" | "source" | "pipeline";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Summed over segments; null when none is known */
                            perDay: number | null;
                            readonly segments: {
                                key: string | null;
                                name: string | null;
                                open: number;
                                winRate: number | null;
                                averageValue: number | null;
                                cycleDays: number | null;
                                perDay: number | null;
                            }[];
                            /** @description Segments of which some factor is not known */
                            unknown: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days of the calendar, ten years at most */
        get: {
            parameters: {
                query: {
                    /** @description YYYY-MM-DD */
                    from: string;
                    /** @description YYYY-MM-DD */
                    before: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            days: {
                                day: string;
                                isWorkday: boolean;
                                holiday: string | null;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a day a workday or a day off; workdays are counted anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description YYYY-MM-DD */
                    day: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        isWorkday: boolean;
                        /** @default null */
                        holiday?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            day: string;
                            isWorkday: boolean;
                            holiday: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of the workspace */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            members: {
                                userId: string;
                                name: string;
                                email: string;
                                role: string;
                                dataScope: string;
                                personId: string | null;
                                personName: string | null;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Colleagues in the data, whom a member can be */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            colleagues: {
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change role, data scope and person of a member */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    userId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A built-in role, or the id of one of the workspace’s own */
                        role: string;
                        /**
                         * @description What is usual for the role when left out
                         * @enum {string}
                         */
                        dataScope?: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                        /**
                         * @description The colleague in the data that they are
                         * @default null
                         */
                        personId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take a member out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    userId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign-in by other providers, without their secrets */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description To be registered with every provider */
                            redirectUri: string;
                            /** @description The sign-in page of this workspace */
                            signInUrl: string;
                            /** @enum {string} */
                            passwordFor: "everyone" | "admins";
                            providers: {
                                /** @enum {string} */
                                kind: "oidc" | "wecom" | "dingtalk" | "feishu";
                                label: string | null;
                                isEnabled: boolean;
                                address: string | null;
                                client: string;
                                hasSecret: boolean;
                                corp: string | null;
                                agent: string | null;
                                scopes: string;
                                groupsClaim: string | null;
                                defaultPlace: {
                                    role: string;
                                    /** @enum {string} */
                                    dataScope: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                                } | null;
                                createsMembers: boolean;
                            }[];
                            groups: {
                                role: string;
                                /** @enum {string} */
                                dataScope: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a provider up; another issuer or company forgets who is who there */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: "oidc" | "wecom" | "dingtalk" | "feishu";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description What its button says; null for the usual words
                         * @default null
                         */
                        label?: string | null;
                        isEnabled: boolean;
                        /**
                         * @description The issuer; of WeCom, DingTalk and Feishu another address of their service
                         * @default null
                         */
                        address?: string | null;
                        client: string;
                        /** @description Left out: the one there is; null: none */
                        clientSecret?: string | null;
                        /** @default null */
                        corp?: string | null;
                        /** @default null */
                        agent?: string | null;
                        /** @default  */
                        scopes?: string;
                        /**
                         * @description The claim that names groups; null: groups decide nothing
                         * @default null
                         */
                        groupsClaim?: string | null;
                        /**
                         * @description Places by group; of several the first counts
                         * @default []
                         */
                        groups?: {
                            role: string;
                            /** @enum {string} */
                            dataScope: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                            name: string;
                        }[];
                        /**
                         * @description Of whom no group names; null: they are refused
                         * @default null
                         */
                        defaultPlace?: {
                            role: string;
                            /** @enum {string} */
                            dataScope: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                        } | null;
                        createsMembers: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take a provider away, with who is who there */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: "oidc" | "wecom" | "dingtalk" | "feishu";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on/{kind}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the connection as given, before it is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: "oidc" | "wecom" | "dingtalk" | "feishu";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description What its button says; null for the usual words
                         * @default null
                         */
                        label?: string | null;
                        isEnabled: boolean;
                        /**
                         * @description The issuer; of WeCom, DingTalk and Feishu another address of their service
                         * @default null
                         */
                        address?: string | null;
                        client: string;
                        /** @description Left out: the one there is; null: none */
                        clientSecret?: string | null;
                        /** @default null */
                        corp?: string | null;
                        /** @default null */
                        agent?: string | null;
                        /** @default  */
                        scopes?: string;
                        /**
                         * @description The claim that names groups; null: groups decide nothing
                         * @default null
                         */
                        groupsClaim?: string | null;
                        /**
                         * @description Places by group; of several the first counts
                         * @default []
                         */
                        groups?: {
                            role: string;
                            /** @enum {string} */
                            dataScope: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                            name: string;
                        }[];
                        /**
                         * @description Of whom no group names; null: they are refused
                         * @default null
                         */
                        defaultPlace?: {
                            role: string;
                            /** @enum {string} */
                            dataScope: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                        } | null;
                        createsMembers: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            facts: {
                                zh: string;
                                en: string;
                            }[];
                            warnings: {
                                zh: string;
                                en: string;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who may come in by a password: everyone, or only admins */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        passwordFor: "everyone" | "admins";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link a member to their id at a provider */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "oidc" | "wecom" | "dingtalk" | "feishu";
                        userId: string;
                        subject: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on/links/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a link away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: "oidc" | "wecom" | "dingtalk" | "feishu";
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is who at the providers, and e-mails of colleagues in the data */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            links: {
                                id: string;
                                /** @enum {string} */
                                kind: "oidc" | "wecom" | "dingtalk" | "feishu";
                                /** @description Their id at the provider */
                                subject: string;
                                userId: string;
                                name: string;
                                email: string;
                            }[];
                            colleagues: {
                                /** Format: email */
                                email: string;
                                personId: string;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write the e-mails of colleagues in the data anew: who signs in with one is that colleague */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        colleagues: {
                            /** Format: email */
                            email: string;
                            personId: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that still work */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            invitations: {
                                id: string;
                                email: string;
                                name: string;
                                role: string;
                                dataScope: string;
                                personId: string | null;
                                createdAt: string;
                                expiresAt: string;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invite somebody; the secret of the link is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A built-in role, or the id of one of the workspace’s own */
                        role: string;
                        /**
                         * @description What is usual for the role when left out
                         * @enum {string}
                         */
                        dataScope?: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                        /**
                         * @description The colleague in the data that they are
                         * @default null
                         */
                        personId?: string | null;
                        /** Format: email */
                        email: string;
                        /** @default  */
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            token: string;
                            expiresAt: string;
                            /** @description Whether the link also went to them by mail */
                            isMailed: boolean;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back, at once */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of the workspace */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /**
                             * @description What a rise looks like
                             * @enum {string}
                             */
                            colours: "red_up" | "green_up";
                            fiscalStartMonth: number;
                            /** @description 1 is Monday */
                            weekStart: number;
                            slug: string;
                            zone: string;
                            currency: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change the settings; another fiscal or week start rewrites the calendar */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /**
                         * @description What a rise looks like
                         * @enum {string}
                         */
                        colours: "red_up" | "green_up";
                        fiscalStartMonth: number;
                        /** @description 1 is Monday */
                        weekStart: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /**
                             * @description What a rise looks like
                             * @enum {string}
                             */
                            colours: "red_up" | "green_up";
                            fiscalStartMonth: number;
                            /** @description 1 is Monday */
                            weekStart: number;
                            slug: string;
                            zone: string;
                            currency: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of the workspace, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            apiKeys: {
                                id: string;
                                name: string;
                                role: string;
                                dataScope: string;
                                personId: string | null;
                                createdAt: string;
                                revokedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a key; it is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A built-in role, or the id of one of the workspace’s own */
                        role: string;
                        /**
                         * @description What is usual for the role when left out
                         * @enum {string}
                         */
                        dataScope?: "self" | "self_and_reports" | "team" | "team_and_below" | "all";
                        /**
                         * @description The colleague in the data that they are
                         * @default null
                         */
                        personId?: string | null;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            key: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key, at once */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/share-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links that still work: one’s own, or everybody’s with `links.manage` */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            links: {
                                id: string;
                                by: string;
                                isMine: boolean;
                                path: string;
                                note: string | null;
                                createdAt: string;
                                expiresAt: string;
                                /** @description How often it was opened */
                                views: number;
                                lastViewedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a link to a view; its secret is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Page and filters to show, such as `/revenue?period=last_month` */
                        path: string;
                        /** @description How long it works */
                        days: 1 | 7 | 30;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            token: string;
                            expiresAt: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/share-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a link, at once */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow-ups of the viewer’s people and customers: open ones by due day, done ones latest first */
        get: {
            parameters: {
                query?: {
                    /** @description Assigned to the viewer */
                    mine?: "true" | "false";
                    assignee?: string;
                    customer?: string;
                    opportunity?: string;
                    kind?: "follow_up" | "churn" | "wake_up" | "stuck" | "training" | "leads" | "marketing";
                    state?: "open" | "done" | "all";
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly tasks: {
                                id: string;
                                kind: string;
                                title: string;
                                note: string | null;
                                customer: {
                                    id: string;
                                    name: string;
                                } | null;
                                opportunity: {
                                    id: string;
                                    name: string;
                                } | null;
                                person: {
                                    id: string;
                                    name: string;
                                } | null;
                                assignee: {
                                    id: string;
                                    name: string;
                                } | null;
                                createdOn: string;
                                createdBy: string | null;
                                dueOn: string | null;
                                doneOn: string | null;
                                outcome: string | null;
                                outcomeNote: string | null;
                                atRisk: string | null;
                                probability: number | null;
                                version: number;
                            }[];
                            next: string | null;
                            counts: {
                                open: number;
                                overdue: number;
                                today: number;
                                done: number;
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Give one or many follow-ups to colleagues, all or none */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again give the same answer and write nothing */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        tasks: {
                            /**
                             * @default follow_up
                             * @enum {string}
                             */
                            kind?: "follow_up" | "churn" | "wake_up" | "stuck" | "training" | "leads" | "marketing";
                            customerId?: string | null;
                            opportunityId?: string | null;
                            /** @description The colleague it is about, such as one to be trained */
                            personId?: string | null;
                            /** @description Who does it; the owner of the customer or deal when left out, else the writer */
                            assigneeId?: string | null;
                            title: string;
                            note?: string | null;
                            dueOn?: string | null;
                            /** @description Money at stake, in the workspace’s currency */
                            atRisk?: string | null;
                            /** @description The model’s, of being alive or of winning */
                            probability?: number | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tasks: {
                                id: string;
                                assigneeId: string;
                                version: number;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Edit a follow-up, close it with its outcome, or open it again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description As it was read; another one is a conflict */
                        version: number;
                        title?: string;
                        note?: string | null;
                        assigneeId?: string;
                        dueOn?: string | null;
                        /**
                         * @description `open` again takes the outcome away
                         * @enum {string}
                         */
                        state?: "open" | "done";
                        /** @enum {string} */
                        outcome?: "ordered" | "retained" | "no_need" | "unreachable" | "lost" | "done";
                        outcomeNote?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            kind: string;
                            title: string;
                            note: string | null;
                            customer: {
                                id: string;
                                name: string;
                            } | null;
                            opportunity: {
                                id: string;
                                name: string;
                            } | null;
                            person: {
                                id: string;
                                name: string;
                            } | null;
                            assignee: {
                                id: string;
                                name: string;
                            } | null;
                            createdOn: string;
                            createdBy: string | null;
                            dueOn: string | null;
                            doneOn: string | null;
                            outcome: string | null;
                            outcomeNote: string | null;
                            atRisk: string | null;
                            probability: number | null;
                            version: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/churn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Customers at risk by revenue at risk, with the reason in words */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        /** @enum {string} */
                        level?: "high" | "medium" | "low";
                        /** @default 50 */
                        limit?: number;
                        cursor?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The last day that is known */
                            asOf: string;
                            /**
                             * @description `rule` when too few customers bought again for a model
                             * @enum {string}
                             */
                            method: "model" | "rule";
                            /**
                             * @description The model that P(alive) is by
                             * @enum {string}
                             */
                            model: "mbgNbd" | "paretoNbd";
                            models: ({
                                /** @enum {string} */
                                kind: "fitted";
                                parameters: {
                                    r: number;
                                    alpha: number;
                                    a: number;
                                    b: number;
                                };
                                logLikelihood: number;
                                customers: number;
                                atEdge: boolean;
                            } | ({
                                /** @enum {string} */
                                kind: "not_enough_data";
                                need: number;
                                have: number;
                            } | {
                                /** @enum {string} */
                                kind: "not_converged";
                            })) | ({
                                /** @enum {string} */
                                kind: "fitted";
                                parameters: {
                                    r: number;
                                    alpha: number;
                                    s: number;
                                    beta: number;
                                };
                                logLikelihood: number;
                                customers: number;
                                atEdge: boolean;
                            } | ({
                                /** @enum {string} */
                                kind: "not_enough_data";
                                need: number;
                                have: number;
                            } | {
                                /** @enum {string} */
                                kind: "not_converged";
                            }));
                            totals: {
                                customers: number;
                                atRisk: string;
                                byLevel: {
                                    /** @enum {string} */
                                    level: "high" | "medium" | "low";
                                    customers: number;
                                    atRisk: string;
                                }[];
                                judged: number;
                                /** @description Without an order for a year: lost, no warning */
                                gone: number;
                            };
                            /** @description The kind of customers in a region of whom surely more are warned of than of all */
                            most: {
                                region: string;
                                type: string;
                                customers: number;
                                warned: number;
                                base: number;
                            } | null;
                            readonly rows: {
                                id: string;
                                name: string;
                                owner: {
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                level: "high" | "medium" | "low";
                                reason: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description What the customer would bring in a year if it stayed */
                                atRisk: string;
                                alive: number | null;
                                /** @description In the next 90 days */
                                expectedOrders: number | null;
                                orderDays: number;
                                silentDays: number;
                                medianGapDays: number | null;
                                thresholdDays: number | null;
                                task: {
                                    id: string;
                                    assignee: string | null;
                                    dueOn: string | null;
                                    doneOn: string | null;
                                    outcome: string | null;
                                } | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The models behind the warnings and their score card on a held-out quarter */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            fittedAt: string;
                            /** @enum {string} */
                            method: "model" | "rule";
                            models: {
                                /** @enum {string} */
                                chosen: "mbgNbd" | "paretoNbd";
                                bgNbd: {
                                    /** @enum {string} */
                                    kind: "fitted";
                                    parameters: {
                                        r: number;
                                        alpha: number;
                                        a: number;
                                        b: number;
                                    };
                                    logLikelihood: number;
                                    customers: number;
                                    atEdge: boolean;
                                } | ({
                                    /** @enum {string} */
                                    kind: "not_enough_data";
                                    need: number;
                                    have: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "not_converged";
                                });
                                mbgNbd: {
                                    /** @enum {string} */
                                    kind: "fitted";
                                    parameters: {
                                        r: number;
                                        alpha: number;
                                        a: number;
                                        b: number;
                                    };
                                    logLikelihood: number;
                                    customers: number;
                                    atEdge: boolean;
                                } | ({
                                    /** @enum {string} */
                                    kind: "not_enough_data";
                                    need: number;
                                    have: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "not_converged";
                                });
                                paretoNbd: {
                                    /** @enum {string} */
                                    kind: "fitted";
                                    parameters: {
                                        r: number;
                                        alpha: number;
                                        s: number;
                                        beta: number;
                                    };
                                    logLikelihood: number;
                                    customers: number;
                                    atEdge: boolean;
                                } | ({
                                    /** @enum {string} */
                                    kind: "not_enough_data";
                                    need: number;
                                    have: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "not_converged";
                                });
                                gammaGamma: {
                                    /** @enum {string} */
                                    kind: "fitted";
                                    parameters: {
                                        p: number;
                                        q: number;
                                        v: number;
                                    };
                                    logLikelihood: number;
                                    customers: number;
                                    atEdge: boolean;
                                } | ({
                                    /** @enum {string} */
                                    kind: "not_enough_data";
                                    need: number;
                                    have: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "not_converged";
                                });
                            };
                            scoreCard: {
                                split: string;
                                until: string;
                                days: number;
                                calibration: {
                                    customers: number;
                                    predicted: number;
                                    actual: number;
                                    readonly groups: {
                                        customers: number;
                                        predicted: number;
                                        actual: number;
                                    }[];
                                } | null;
                                readonly contest: {
                                    /** @enum {string} */
                                    model: "bgNbd" | "mbgNbd" | "paretoNbd";
                                    conditional: number;
                                    cohort: number;
                                    actual: number;
                                    miss: number | null;
                                    precision: number | null;
                                }[];
                                /** @enum {string} */
                                reason: "sole" | "no_clear_gain" | "pareto_better" | "pareto_warns_worse";
                                warned: {
                                    customers: number;
                                    hits: number;
                                    share: number | null;
                                    low: number | null;
                                    high: number | null;
                                };
                                base: {
                                    customers: number;
                                    hits: number;
                                    share: number | null;
                                    low: number | null;
                                    high: number | null;
                                };
                                readonly byLevel: {
                                    customers: number;
                                    hits: number;
                                    share: number | null;
                                    low: number | null;
                                    high: number | null;
                                    /** @enum {string} */
                                    level: "high" | "medium";
                                }[];
                                fallen: {
                                    customers: number;
                                    hits: number;
                                    share: number | null;
                                    low: number | null;
                                    high: number | null;
                                };
                                fallenBase: {
                                    customers: number;
                                    hits: number;
                                    share: number | null;
                                    low: number | null;
                                    high: number | null;
                                };
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Fit the models again now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            fittedAt: string;
                            /** @enum {string} */
                            method: "model" | "rule";
                            models: {
                                /** @enum {string} */
                                chosen: "mbgNbd" | "paretoNbd";
                                bgNbd: {
                                    /** @enum {string} */
                                    kind: "fitted";
                                    parameters: {
                                        r: number;
                                        alpha: number;
                                        a: number;
                                        b: number;
                                    };
                                    logLikelihood: number;
                                    customers: number;
                                    atEdge: boolean;
                                } | ({
                                    /** @enum {string} */
                                    kind: "not_enough_data";
                                    need: number;
                                    have: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "not_converged";
                                });
                                mbgNbd: {
                                    /** @enum {string} */
                                    kind: "fitted";
                                    parameters: {
                                        r: number;
                                        alpha: number;
                                        a: number;
                                        b: number;
                                    };
                                    logLikelihood: number;
                                    customers: number;
                                    atEdge: boolean;
                                } | ({
                                    /** @enum {string} */
                                    kind: "not_enough_data";
                                    need: number;
                                    have: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "not_converged";
                                });
                                paretoNbd: {
                                    /** @enum {string} */
                                    kind: "fitted";
                                    parameters: {
                                        r: number;
                                        alpha: number;
                                        s: number;
                                        beta: number;
                                    };
                                    logLikelihood: number;
                                    customers: number;
                                    atEdge: boolean;
                                } | ({
                                    /** @enum {string} */
                                    kind: "not_enough_data";
                                    need: number;
                                    have: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "not_converged";
                                });
                                gammaGamma: {
                                    /** @enum {string} */
                                    kind: "fitted";
                                    parameters: {
                                        p: number;
                                        q: number;
                                        v: number;
                                    };
                                    logLikelihood: number;
                                    customers: number;
                                    atEdge: boolean;
                                } | ({
                                    /** @enum {string} */
                                    kind: "not_enough_data";
                                    need: number;
                                    have: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "not_converged";
                                });
                            };
                            scoreCard: {
                                split: string;
                                until: string;
                                days: number;
                                calibration: {
                                    customers: number;
                                    predicted: number;
                                    actual: number;
                                    readonly groups: {
                                        customers: number;
                                        predicted: number;
                                        actual: number;
                                    }[];
                                } | null;
                                readonly contest: {
                                    /** @enum {string} */
                                    model: "bgNbd" | "mbgNbd" | "paretoNbd";
                                    conditional: number;
                                    cohort: number;
                                    actual: number;
                                    miss: number | null;
                                    precision: number | null;
                                }[];
                                /** @enum {string} */
                                reason: "sole" | "no_clear_gain" | "pareto_better" | "pareto_warns_worse";
                                warned: {
                                    customers: number;
                                    hits: number;
                                    share: number | null;
                                    low: number | null;
                                    high: number | null;
                                };
                                base: {
                                    customers: number;
                                    hits: number;
                                    share: number | null;
                                    low: number | null;
                                    high: number | null;
                                };
                                readonly byLevel: {
                                    customers: number;
                                    hits: number;
                                    share: number | null;
                                    low: number | null;
                                    high: number | null;
                                    /** @enum {string} */
                                    level: "high" | "medium";
                                }[];
                                fallen: {
                                    customers: number;
                                    hits: number;
                                    share: number | null;
                                    low: number | null;
                                    high: number | null;
                                };
                                fallenBase: {
                                    customers: number;
                                    hits: number;
                                    share: number | null;
                                    low: number | null;
                                    high: number | null;
                                };
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer with its figures, next step and masked contacts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            type: string | null;
                            industry: string | null;
                            region: string | null;
                            source: string | null;
                            createdOn: string | null;
                            owner: {
                                id: string;
                                name: string;
                            } | null;
                            isInPool: boolean;
                            /** @description Whether the viewer sees the owner, and so all of the customer’s history */
                            isOurs: boolean;
                            /** @enum {string} */
                            tier: "a" | "b" | "c";
                            tierByHand: boolean;
                            readonly owners: {
                                kind: string;
                                on: string;
                                owner: string | null;
                                by: string | null;
                                reason: string | null;
                            }[];
                            figures: {
                                /** @description Net, of the last 365 days */
                                revenue: string | null;
                                orders: number;
                                activity: number;
                                effort: number;
                                quietDays: number | null;
                                contactDays: number | null;
                            };
                            churn: {
                                level: ("high" | "medium" | "low") | null;
                                isGone: boolean;
                                alive: number | null;
                                expectedOrders: number | null;
                                medianGapDays: number | null;
                                thresholdDays: number | null;
                                atRisk: string;
                                reason: {
                                    zh: string;
                                    en: string;
                                };
                            } | null;
                            next: {
                                code: string;
                                title: {
                                    zh: string;
                                    en: string;
                                };
                                reason: {
                                    zh: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                kind: "follow_up" | "churn" | "wake_up" | "stuck";
                                isTask: boolean;
                            };
                            /** @description Masked */
                            readonly contacts: {
                                id: string;
                                name: string;
                                title: string | null;
                                phone: string | null;
                                email: string | null;
                            }[];
                            mayReveal: boolean;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, deals, contacts, follow-ups and hand-overs of a customer, the latest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: {
                                /** @enum {string} */
                                kind: "order" | "refund" | "deal_created" | "deal_won" | "deal_lost" | "deal_disqualified" | "interaction" | "task" | "task_done" | "owner" | "claimed" | "released" | "tier" | "tier_cleared";
                                id: string;
                                on: string;
                                minute: number | null;
                                what: string | null;
                                amount: string | null;
                                who: string | null;
                                note: string | null;
                                initiator: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/contacts/{contactId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A contact in clear; who looked is written into the audit log */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    contactId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            title: string | null;
                            phone: string | null;
                            email: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, the latest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    before?: number;
                    limit?: number;
                    action?: "sign_in" | "sign_in_failed" | "sign_in_refused" | "sign_in_linked" | "sign_in_unlinked" | "sign_in_provider_changed" | "sign_in_provider_removed" | "sign_in_password_changed" | "colleague_emails_changed" | "sign_out" | "password_changed" | "session_revoked" | "password_reset_asked" | "password_reset" | "email_verified" | "second_factor_on" | "second_factor_off" | "second_factor_failed" | "second_factor_reset" | "second_factor_rule_changed" | "recovery_code_used" | "recovery_codes_made" | "member_invited" | "invitation_accepted" | "invitation_revoked" | "member_added" | "member_changed" | "member_removed" | "api_key_created" | "api_key_revoked" | "calendar_changed" | "workspace_changed" | "import_finished" | "import_undone" | "contact_revealed" | "keys_rotated" | "master_key_changed" | "backup_made" | "backup_verified" | "backup_failed" | "restored" | "workspace_started" | "workspace_left" | "workspace_exported" | "plan_changed" | "operator_changed" | "demo_request_changed" | "demo_request_deleted" | "role_created" | "role_changed" | "role_deleted" | "link_shared" | "link_opened" | "link_revoked" | "data_exported" | "pipeline_changed" | "customer_rules_changed";
                    actor?: string;
                    /** @description Anything in the entry: a name, an id, an address */
                    text?: string;
                    from?: string;
                    /** @description The last day */
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entries: {
                                /** @description 1, 2, 3 … in the workspace, without gaps */
                                position: number;
                                at: string;
                                /** @description Id of a user, `key:<name>`, `command` or `nobody` */
                                actor: string;
                                actorName: string | null;
                                /** @description Network address it came from */
                                address: string | null;
                                action: string;
                                subjectKind: string | null;
                                subjectId: string | null;
                                subjectName: string | null;
                                details: {
                                    [key: string]: unknown;
                                };
                                /** @description SHA-256 of the entry and of the hash before it */
                                hash: string;
                            }[];
                            next: number | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who stands in the audit log */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actors: {
                                actor: string;
                                name: string | null;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open deals that do not move: which rule fired, what may hold them up, what is at stake */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default {
                         *       "kind": "last_days",
                         *       "days": 1
                         *     }
                         */
                        period?: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        asOf?: unknown;
                        /** @default {} */
                        rules?: {
                            /**
                             * @description Share of won stays that are shorter than the line
                             * @default 0.8
                             */
                            share?: number;
                            /**
                             * @description Won stays a line needs, else the pipeline’s, else the admin’s days
                             * @default 20
                             */
                            minWon?: number;
                            /**
                             * @description Workdays without an interaction with the customer
                             * @default 10
                             */
                            quietWorkdays?: number;
                            /**
                             * @description Times the expected close was moved later
                             * @default 3
                             */
                            pushes?: number;
                        };
                        /**
                         * @description Lists only deals that this rule holds for
                         * @enum {string}
                         */
                        rule?: "over_stay" | "silent" | "overdue" | "pushed";
                        /** @description Lists only deals of this stage, by its key */
                        stage?: string;
                        cursor?: string;
                        /** @default 10 */
                        limit?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            rules: {
                                share: number;
                                minWon: number;
                                quietWorkdays: number;
                                pushes: number;
                            };
                            /** @description False: contacts are not recorded, so silence says nothing */
                            knowsContacts: boolean;
                            readonly lines: {
                                stageId: string;
                                stage: string;
                                pipelineId: string;
                                /** @description A longer stay is stuck; null when nobody can say */
                                days: number | null;
                                n: number;
                                /** @enum {string} */
                                basis: "stage" | "pipeline" | "configured" | "none";
                            }[];
                            open: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                            };
                            /** @description Every deal once */
                            stuck: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                            };
                            /** @description A deal counts for every rule that fired */
                            readonly byRule: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                                /** @enum {string} */
                                rule: "over_stay" | "silent" | "overdue" | "pushed";
                            }[];
                            readonly byStage: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                                stageId: string | null;
                                stage: string | null;
                            }[];
                            readonly byCause: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                                /** @enum {string} */
                                cause: "price" | "competitor" | "silence" | "terms" | "no_decision_maker" | "other" | "unknown";
                            }[];
                            readonly byStageAndCause: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                                stageId: string | null;
                                /** @enum {string} */
                                cause: "price" | "competitor" | "silence" | "terms" | "no_decision_maker" | "other" | "unknown";
                            }[];
                            /** @description A decimal */
                            topTen: string;
                            listed: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                            };
                            readonly deals: {
                                id: string;
                                name: string | null;
                                customerId: string | null;
                                customer: string | null;
                                repId: string | null;
                                rep: string | null;
                                stageId: string | null;
                                stage: string | null;
                                amount: string | null;
                                expectedCloseOn: string | null;
                                /** @description Those that fired */
                                readonly rules: ("over_stay" | "silent" | "overdue" | "pushed")[];
                                /** @description Calendar days in the stage */
                                ageDays: number | null;
                                lineDays: number | null;
                                /** @description Since the last contact with the customer */
                                quietWorkdays: number | null;
                                overdueDays: number | null;
                                pushes: number;
                                /** @enum {string} */
                                cause: "price" | "competitor" | "silence" | "terms" | "no_decision_maker" | "other" | "unknown";
                                /**
                                 * @description Only `recorded` is known, everything else is suspected
                                 * @enum {string}
                                 */
                                basis: "cuts" | "recorded" | "silence" | "similar" | "none";
                                evidence: {
                                    cuts: number;
                                    cutShare: number | null;
                                    competitor: string | null;
                                    similar: {
                                        reason: string;
                                        hits: number;
                                        of: number;
                                    } | null;
                                };
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/stuck/backtest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What became of the deals that the rules would have flagged a quarter ago, beside the others */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default {
                         *       "kind": "last_days",
                         *       "days": 1
                         *     }
                         */
                        period?: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        asOf?: unknown;
                        /** @default {} */
                        rules?: {
                            /**
                             * @description Share of won stays that are shorter than the line
                             * @default 0.8
                             */
                            share?: number;
                            /**
                             * @description Won stays a line needs, else the pipeline’s, else the admin’s days
                             * @default 20
                             */
                            minWon?: number;
                            /**
                             * @description Workdays without an interaction with the customer
                             * @default 10
                             */
                            quietWorkdays?: number;
                            /**
                             * @description Times the expected close was moved later
                             * @default 3
                             */
                            pushes?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            judgedOn: string;
                            seenOn: string;
                            flagged: {
                                deals: number;
                                won: number;
                                lost: number;
                                disqualified: number;
                                open: number;
                                /** @description Lost ÷ (won + lost) */
                                lostRate: number | null;
                                interval: {
                                    low: number;
                                    high: number;
                                } | null;
                            };
                            unflagged: {
                                deals: number;
                                won: number;
                                lost: number;
                                disqualified: number;
                                open: number;
                                /** @description Lost ÷ (won + lost) */
                                lostRate: number | null;
                                interval: {
                                    low: number;
                                    high: number;
                                } | null;
                            };
                            /** @description Lost rate of unflagged deals in the same stages, the base rate to compare with */
                            sameStageLostRate: number | null;
                            readonly byRule: {
                                deals: number;
                                won: number;
                                lost: number;
                                disqualified: number;
                                open: number;
                                /** @description Lost ÷ (won + lost) */
                                lostRate: number | null;
                                interval: {
                                    low: number;
                                    high: number;
                                } | null;
                                /** @enum {string} */
                                rule: "over_stay" | "silent" | "overdue" | "pushed";
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/reps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open deals of every rep in service beside the team’s median and mean, and what to do for those far below */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        /**
                         * @description Far below: less than this share of the median
                         * @default 0.6
                         */
                        threshold?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            threshold: number;
                            readonly reps: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                                id: string;
                                name: string;
                                isBelowDeals: boolean;
                                isBelowAmount: boolean;
                                daysInService: number | null;
                                /** @description New deals of the last 90 days */
                                created: number;
                                /** @description Leads of the last 90 days; null when the filters cannot be asked of leads */
                                leads: number | null;
                                /** @description Of the last 365 days, as lost */
                                won: number;
                                lost: number;
                                winRate: number | null;
                                /** @description Wilson, 95 % */
                                winInterval: {
                                    low: number;
                                    high: number;
                                } | null;
                                /** @description Where most of the lost deals last stood */
                                lostStage: {
                                    name: string;
                                    deals: number;
                                    of: number;
                                } | null;
                                readonly advice: {
                                    /** @enum {string} */
                                    action: "leads" | "training" | "marketing" | "observe";
                                    /** @enum {string} */
                                    because: "new_hire" | "few_created" | "few_leads" | "low_win_rate" | "small_deals" | "none";
                                }[];
                            }[];
                            /** @description Null when there are too few reps to compare */
                            team: {
                                deals: {
                                    median: number;
                                    mean: number;
                                    /** @description Below it is far below */
                                    line: number;
                                };
                                amount: {
                                    median: number;
                                    mean: number;
                                    /** @description Below it is far below */
                                    line: number;
                                };
                                created: number | null;
                                leads: number | null;
                                winRate: number | null;
                            } | null;
                            /** @description Held by nobody, by leavers, or by people who are no reps */
                            others: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                            };
                            /** @description The tiles: reps and others together */
                            total: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead sources by the win rate of mature leads, shrunk to the mean, with value, cost and repeat purchase */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        /**
                         * @description A lead counts as won when it was within so many days
                         * @default 180
                         */
                        horizonDays?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            window: {
                                from: string;
                                before: string;
                            };
                            horizonDays: number;
                            fewestLeads: number;
                            pooled: {
                                leads: number;
                                valid: number;
                                won: number;
                                rate: number | null;
                            };
                            readonly sources: {
                                sourceId: string | null;
                                name: string | null;
                                /** @description By the lower end of the shrunk rate; null: too few leads to say */
                                rank: number | null;
                                leads: number;
                                valid: number;
                                validRate: number | null;
                                won: number;
                                winRate: number | null;
                                /** @description Wilson, 95 % */
                                interval: {
                                    low: number;
                                    high: number;
                                } | null;
                                /** @description Drawn to the pooled mean (beta-binomial) */
                                shrunk: {
                                    low: number;
                                    high: number;
                                    rate: number;
                                } | null;
                                /** @description A decimal */
                                wonAmount: string;
                                valuePerLead: string | null;
                                /** @description Customers won whose next 180 days are over */
                                buyers: number;
                                buyersAgain: number;
                                repeatRate: number | null;
                                /** @description Where recorded, and when all leads of the source are looked at */
                                cost: {
                                    /** @description A decimal */
                                    amount: string;
                                    months: number;
                                    perWin: string | null;
                                    perLead: string | null;
                                } | null;
                            }[];
                            best: {
                                sourceId: string | null;
                                /** @enum {string} */
                                sureness: "sure" | "likely" | "unsure";
                            } | null;
                            /** @description The source with most leads of those surely below the mean */
                            worst: {
                                sourceId: string | null;
                                leadShare: number;
                                wonShare: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/lost-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lost deals by reason, within the stage they last stood in, their size and the rival */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                            };
                            readonly reasons: {
                                deals: number;
                                /** @description A decimal */
                                amount: string;
                                reason: string | null;
                            }[];
                            /** @description Each adds up to the total */
                            splits: {
                                readonly stage: {
                                    deals: number;
                                    /** @description A decimal */
                                    amount: string;
                                    key: string | null;
                                    name: string | null;
                                    readonly reasons: {
                                        deals: number;
                                        /** @description A decimal */
                                        amount: string;
                                        reason: string | null;
                                    }[];
                                }[];
                                readonly size: {
                                    deals: number;
                                    /** @description A decimal */
                                    amount: string;
                                    key: string | null;
                                    name: string | null;
                                    readonly reasons: {
                                        deals: number;
                                        /** @description A decimal */
                                        amount: string;
                                        reason: string | null;
                                    }[];
                                }[];
                                readonly competitor: {
                                    deals: number;
                                    /** @description A decimal */
                                    amount: string;
                                    key: string | null;
                                    name: string | null;
                                    readonly reasons: {
                                        deals: number;
                                        /** @description A decimal */
                                        amount: string;
                                        reason: string | null;
                                    }[];
                                }[];
                            };
                            /** @description Where medium and large begin */
                            sizes: {
                                /** @description A decimal */
                                medium: string;
                                /** @description A decimal */
                                large: string;
                            } | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One deal with its history, its stays in stages, interactions and open tasks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                            name: string | null;
                            code: string | null;
                            /** @enum {string} */
                            status: "open" | "won" | "lost" | "disqualified";
                            statusOn: string | null;
                            createdOn: string | null;
                            customer: {
                                id: string;
                                name: string;
                            } | null;
                            owner: {
                                id: string;
                                name: string;
                            } | null;
                            product: {
                                id: string;
                                name: string;
                            } | null;
                            source: {
                                id: string;
                                name: string;
                            } | null;
                            pipeline: {
                                id: string;
                                name: string;
                                stages: {
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    kind: "open" | "won" | "lost" | "disqualified";
                                    probability: number | null;
                                    dwellLimitDays: number | null;
                                }[];
                            };
                            stageId: string | null;
                            /** @description Calendar days in the present stage; null when closed or unknown */
                            daysInStage: number | null;
                            amount: string | null;
                            currency: string;
                            expectedCloseOn: string | null;
                            lostReason: string | null;
                            competitor: string | null;
                            hasStageHistory: boolean;
                            /** @description Oldest first */
                            history: {
                                seq: number;
                                kind: string;
                                on: string | null;
                                minute: number | null;
                                /** @description Null when an import or another system said so */
                                by: string | null;
                                /** @enum {string} */
                                status: "open" | "won" | "lost" | "disqualified";
                                stage: string | null;
                                stageBefore: string | null;
                                owner: string | null;
                                ownerBefore: string | null;
                                amount: string | null;
                                amountBefore: string | null;
                                expectedCloseOn: string | null;
                                expectedCloseBefore: string | null;
                                lostReason: string | null;
                                competitor: string | null;
                                note: string | null;
                            }[];
                            /** @description Stays in a stage, oldest first; empty without stage history */
                            stays: {
                                stageId: string;
                                stage: string;
                                enteredOn: string;
                                leftOn: string | null;
                                days: number;
                            }[];
                            interactions: {
                                id: string;
                                type: string;
                                initiator: string;
                                on: string;
                                minute: number | null;
                                by: string | null;
                                note: string | null;
                            }[];
                            tasks: {
                                id: string;
                                title: string;
                                kind: string;
                                dueOn: string | null;
                                assignee: string | null;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Name, customer, product and source of a deal; what is left out stays */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again give the same answer and write nothing */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        customerId?: string | null;
                        productId?: string | null;
                        sourceId?: string | null;
                        /** @description The version that was shown; another one means that somebody was faster */
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                            /** @enum {string} */
                            status: "open" | "won" | "lost" | "disqualified";
                            stageId: string | null;
                            ownerId: string | null;
                            amount: string | null;
                            expectedCloseOn: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a deal */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again give the same answer and write nothing */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        customerId?: string | null;
                        productId?: string | null;
                        sourceId?: string | null;
                        /** @description The only or first one when left out */
                        pipelineId?: string;
                        /** @description The first open one when left out */
                        stageId?: string;
                        /** @description The writer when left out */
                        ownerId?: string | null;
                        amount?: string | null;
                        expectedCloseOn?: string | null;
                        note?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                            /** @enum {string} */
                            status: "open" | "won" | "lost" | "disqualified";
                            stageId: string | null;
                            ownerId: string | null;
                            amount: string | null;
                            expectedCloseOn: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One step of a deal: stage, amount, expected close, won, lost, disqualified, reopened, or undo */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again give the same answer and write nothing */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The version that was shown; another one means that somebody was faster */
                        version: number;
                        change: {
                            /** @enum {string} */
                            kind: "stage";
                            stageId: string;
                        } | {
                            /** @enum {string} */
                            kind: "amount";
                            amount: string | null;
                        } | {
                            /** @enum {string} */
                            kind: "expected_close";
                            on: string | null;
                        } | {
                            /** @enum {string} */
                            kind: "won";
                            /** @description What it was won for */
                            amount?: string;
                        } | {
                            /** @enum {string} */
                            kind: "lost";
                            reason: string;
                            competitor?: string | null;
                        } | {
                            /** @enum {string} */
                            kind: "disqualified";
                        } | {
                            /** @enum {string} */
                            kind: "reopened";
                            /** @description The last open one when left out */
                            stageId?: string;
                        } | {
                            /** @enum {string} */
                            kind: "undo";
                        };
                        note?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                            /** @enum {string} */
                            status: "open" | "won" | "lost" | "disqualified";
                            stageId: string | null;
                            ownerId: string | null;
                            amount: string | null;
                            expectedCloseOn: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a deal to another colleague within the data scope */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again give the same answer and write nothing */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The version that was shown; another one means that somebody was faster */
                        version: number;
                        ownerId: string;
                        note?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                            /** @enum {string} */
                            status: "open" | "won" | "lost" | "disqualified";
                            stageId: string | null;
                            ownerId: string | null;
                            amount: string | null;
                            expectedCloseOn: string | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note a call, a visit or a reply about a deal */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again give the same answer and write nothing */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        type: string;
                        /**
                         * @default us
                         * @enum {string}
                         */
                        initiator?: "us" | "customer";
                        /** @description Today when left out */
                        onDay?: string;
                        note?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipeline/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open deals per stage, as they stand */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        /** @description The one with most open deals when left out */
                        pipelineId?: string;
                        /**
                         * @default amount
                         * @enum {string}
                         */
                        order?: "amount" | "age" | "expected_close";
                        /**
                         * @description How many cards of a stage to show, 20 unless told; without a stage: the empty name
                         * @default {}
                         */
                        limits?: {
                            [key: string]: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Null when the workspace has no pipeline */
                            pipelineId: string | null;
                            asOf: string;
                            columns: {
                                /** @description Null for open deals without a stage */
                                stageId: string | null;
                                name: string;
                                probability: number | null;
                                dwellLimitDays: number | null;
                                count: number;
                                /** @description Σ amount; with `count` as the measures open_amount and opportunities_open have them */
                                amount: string;
                                /** @description Deals that have been here longer than the stage’s limit */
                                overLimit: number;
                                cards: {
                                    id: string;
                                    version: number;
                                    name: string | null;
                                    customer: {
                                        id: string;
                                        name: string;
                                    } | null;
                                    owner: {
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @description In the workspace’s currency */
                                    amount: string | null;
                                    expectedCloseOn: string | null;
                                    /** @description Calendar days */
                                    daysInStage: number | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pipelines with their stages, and templates by industry */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pipelines: {
                                id: string;
                                name: string;
                                stages: {
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    kind: "open" | "won" | "lost" | "disqualified";
                                    probability: number | null;
                                    dwellLimitDays: number | null;
                                }[];
                            }[];
                            readonly templates: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                readonly stages: {
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    probability: number;
                                    dwellLimitDays: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a pipeline */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again give the same answer and write nothing */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        stages: {
                            /** @description A new stage when left out */
                            id?: string;
                            name: string;
                            /** @default null */
                            probability?: number | null;
                            /** @default null */
                            dwellLimitDays?: number | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipelines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename a pipeline; add, rename, reorder and remove its stages */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        stages: {
                            /** @description A new stage when left out */
                            id?: string;
                            name: string;
                            /** @default null */
                            probability?: number | null;
                            /** @default null */
                            dwellLimitDays?: number | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Customers and revenue by value tier and owner, how evenly A customers are spread, the pool apart */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The first day after the evaluated months */
                            evaluatedAt: string;
                            year: {
                                from: string;
                                before: string;
                            };
                            rules: {
                                a: number;
                                b: number;
                            };
                            readonly reps: {
                                id: string;
                                name: string;
                                isInService: boolean;
                                flag: ("too_many" | "too_few") | null;
                                a: {
                                    customers: number;
                                    revenue: string;
                                };
                                b: {
                                    customers: number;
                                    revenue: string;
                                };
                                c: {
                                    customers: number;
                                    revenue: string;
                                };
                                all: {
                                    customers: number;
                                    revenue: string;
                                };
                            }[];
                            elsewhere: {
                                a: {
                                    customers: number;
                                    revenue: string;
                                };
                                b: {
                                    customers: number;
                                    revenue: string;
                                };
                                c: {
                                    customers: number;
                                    revenue: string;
                                };
                                all: {
                                    customers: number;
                                    revenue: string;
                                };
                            };
                            pool: {
                                a: {
                                    customers: number;
                                    revenue: string;
                                };
                                b: {
                                    customers: number;
                                    revenue: string;
                                };
                                c: {
                                    customers: number;
                                    revenue: string;
                                };
                                all: {
                                    customers: number;
                                    revenue: string;
                                };
                            };
                            total: {
                                a: {
                                    customers: number;
                                    revenue: string;
                                };
                                b: {
                                    customers: number;
                                    revenue: string;
                                };
                                c: {
                                    customers: number;
                                    revenue: string;
                                };
                                all: {
                                    customers: number;
                                    revenue: string;
                                };
                            };
                            balance: {
                                gini: number;
                                readonly lorenz: {
                                    people: number;
                                    amount: number;
                                }[];
                                median: number;
                                reps: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tier of a customer, by hand or evaluated, and every evaluation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            tier: "a" | "b" | "c";
                            override: {
                                /** @enum {string} */
                                tier: "a" | "b" | "c";
                                on: string;
                                reason: string | null;
                                by: string | null;
                            } | null;
                            readonly evaluations: {
                                /** @description The first day after the evaluated months */
                                on: string;
                                /** @enum {string} */
                                tier: "a" | "b" | "c";
                                /** @enum {string} */
                                earned: "a" | "b" | "c";
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a customer a tier by hand, with a reason; null goes back to the evaluated one */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        tier: ("a" | "b" | "c") | null;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/rfm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Customers by recency and value in quintiles, and the segments they make */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            year: {
                                from: string;
                                before: string;
                            };
                            readonly cells: {
                                customers: number;
                                revenue: string;
                                recency: number;
                                value: number;
                            }[];
                            readonly segments: {
                                customers: number;
                                revenue: string;
                                /** @enum {string} */
                                segment: "champions" | "loyal" | "potential" | "new" | "at_risk" | "hibernating" | "lost" | "silent" | "unscored";
                            }[];
                            total: {
                                customers: number;
                                revenue: string;
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Value and activity of customers, our effort beside it, and who of the valuable ones is quiet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            year: {
                                from: string;
                                before: string;
                            };
                            readonly quadrants: {
                                customers: number;
                                revenue: string;
                                /** @enum {string} */
                                quadrant: "core" | "going_quiet" | "rising" | "sleeping";
                            }[];
                            readonly points: {
                                id: string;
                                name: string;
                                activity: number;
                                effort: number;
                                revenue: string;
                            }[];
                            valuable: number;
                            neglected: number;
                            readonly quiet: {
                                id: string;
                                name: string;
                                /** @enum {string} */
                                tier: "a" | "b" | "c";
                                /** @enum {string} */
                                segment: "champions" | "loyal" | "potential" | "new" | "at_risk" | "hibernating" | "lost" | "silent" | "unscored";
                                /** @enum {string} */
                                quadrant: "core" | "going_quiet" | "rising" | "sleeping";
                                quietDays: number | null;
                                contactDays: number | null;
                                activity: number;
                                effort: number;
                                revenue: string;
                                owner: {
                                    id: string;
                                    name: string;
                                } | null;
                                isInPool: boolean;
                            }[];
                            rules: {
                                halfLifeDays: number;
                                quietBelow: number;
                                readonly customer: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    weight: number;
                                    dailyCap: number;
                                }[];
                                readonly ours: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    weight: number;
                                    dailyCap: number;
                                }[];
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trend class of the 200 largest customers by quarter and of product lines by month, with its evidence */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            customers: {
                                /** @enum {string} */
                                unit: "month" | "quarter";
                                readonly periods: string[];
                                readonly rows: {
                                    id: string;
                                    name: string;
                                    revenue: string;
                                    readonly values: number[];
                                    trend: ("new" | "stalled" | "seasonal" | "growing" | "declining" | "volatile" | "steady") | null;
                                    evidence: {
                                        periods: number;
                                        mean: number;
                                        variation: number | null;
                                        slope: number | null;
                                        slopeShare: number | null;
                                        trendP: number | null;
                                        seasonalStrength: number | null;
                                        seasonalP: number | null;
                                    } | null;
                                    yearChange: number | null;
                                }[];
                            };
                            lines: {
                                /** @enum {string} */
                                unit: "month" | "quarter";
                                readonly periods: string[];
                                readonly rows: {
                                    id: string;
                                    name: string;
                                    revenue: string;
                                    readonly values: number[];
                                    trend: ("new" | "stalled" | "seasonal" | "growing" | "declining" | "volatile" | "steady") | null;
                                    evidence: {
                                        periods: number;
                                        mean: number;
                                        variation: number | null;
                                        slope: number | null;
                                        slopeShare: number | null;
                                        trendP: number | null;
                                        seasonalStrength: number | null;
                                        seasonalP: number | null;
                                    } | null;
                                    yearChange: number | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customers behind a number, the greatest revenue first */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                        /** @enum {string} */
                        tier?: "a" | "b" | "c";
                        /** @enum {string} */
                        segment?: "champions" | "loyal" | "potential" | "new" | "at_risk" | "hibernating" | "lost" | "silent" | "unscored";
                        /** @enum {string} */
                        quadrant?: "core" | "going_quiet" | "rising" | "sleeping";
                        cell?: {
                            recency: number;
                            value: number;
                        };
                        /** @description The id of a rep */
                        owner?: string;
                        /** @description Only customers of nobody, or only those of somebody */
                        pool?: boolean;
                        /** @description A part of the name */
                        search?: string;
                        cursor?: string;
                        /** @default 50 */
                        limit?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: {
                                id: string;
                                name: string;
                                /** @enum {string} */
                                tier: "a" | "b" | "c";
                                /** @enum {string} */
                                segment: "champions" | "loyal" | "potential" | "new" | "at_risk" | "hibernating" | "lost" | "silent" | "unscored";
                                /** @enum {string} */
                                quadrant: "core" | "going_quiet" | "rising" | "sleeping";
                                quietDays: number | null;
                                contactDays: number | null;
                                activity: number;
                                effort: number;
                                revenue: string;
                                owner: {
                                    id: string;
                                    name: string;
                                } | null;
                                isInPool: boolean;
                            }[];
                            next: string | null;
                            total: number;
                            revenue: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claims, conversions and customers held per rep, and the limits */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        period: {
                            from: unknown;
                            before: unknown;
                        } | {
                            /** @enum {string} */
                            kind: "this" | "last";
                            /** @enum {string} */
                            unit: "day" | "week" | "month" | "quarter" | "half_year" | "year" | "fiscal_quarter" | "fiscal_year";
                        } | {
                            /** @enum {string} */
                            kind: "last_days";
                            days: number;
                        } | {
                            /** @enum {string} */
                            kind: "all";
                        };
                        where?: {
                            field: string;
                            /** @enum {string} */
                            op: "in" | "not_in";
                            values: (string | null)[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rules: {
                                claimsIn30Days: number;
                                mostHeld: number;
                                releaseAfterDays: number;
                            };
                            readonly reps: {
                                id: string;
                                name: string;
                                claims30Days: number;
                                claims: number;
                                conversions: number;
                                held: number;
                            }[];
                            gini: number | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/release-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers that the rule would put back into the pool; nothing happens before it is confirmed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            afterDays: number;
                            total: number;
                            readonly rows: {
                                id: string;
                                name: string;
                                /** @enum {string} */
                                tier: "a" | "b" | "c";
                                /** @enum {string} */
                                segment: "champions" | "loyal" | "potential" | "new" | "at_risk" | "hibernating" | "lost" | "silent" | "unscored";
                                /** @enum {string} */
                                quadrant: "core" | "going_quiet" | "rising" | "sleeping";
                                quietDays: number | null;
                                contactDays: number | null;
                                activity: number;
                                effort: number;
                                revenue: string;
                                owner: {
                                    id: string;
                                    name: string;
                                } | null;
                                isInPool: boolean;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a customer out of the pool; of two at the same time one wins, the other gets `conflict` */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A colleague of one’s own people; oneself when left out */
                        ownerId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ownerId: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a customer of one’s own people back into the pool, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            released: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put several customers of one’s own people back into the pool, all or none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            released: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/tier-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where tier A and tier B end, as shares of revenue */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            a: number;
                            b: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change the thresholds; every month is evaluated anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        a: number;
                        b: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            a: number;
                            b: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/pool-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Limits of claiming and holding, and when to let go */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimsIn30Days: number;
                            mostHeld: number;
                            /** @description Without an order and without an interaction */
                            releaseAfterDays: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change the rules of the pool */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claimsIn30Days: number;
                        mostHeld: number;
                        /** @description Without an order and without an interaction */
                        releaseAfterDays: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claimsIn30Days: number;
                            mostHeld: number;
                            /** @description Without an order and without an interaction */
                            releaseAfterDays: number;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything of the workspace as one ZIP of CSV files with a manifest */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo-requests/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opens the form */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            stamp: string;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book a demo */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        company: string;
                        contact: string;
                        /** @enum {string} */
                        teamSize: "1-5" | "6-20" | "21-100" | "101-500" | "500+";
                        /** @default  */
                        wish?: string;
                        /** @enum {string} */
                        locale: "zh" | "en";
                        /**
                         * @description That these details are kept to get in touch
                         * @enum {boolean}
                         */
                        agrees: true;
                        /** @description From `GET /api/v1/demo-requests/form`, when the form was opened */
                        stamp: string;
                        /**
                         * @description Left empty by people
                         * @default
                         */
                        website?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/demo-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who wants to be shown the product, the latest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requests: {
                                name: string;
                                company: string;
                                contact: string;
                                /** @enum {string} */
                                teamSize: "1-5" | "6-20" | "21-100" | "101-500" | "500+";
                                wish: string;
                                /** @enum {string} */
                                locale: "zh" | "en";
                                id: string;
                                /** @enum {string} */
                                status: "new" | "contacted" | "done";
                                createdAt: string;
                                changedAt: string;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/demo-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Note how far one is with a request */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "new" | "contacted" | "done";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Delete a request with everything the person said */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every workspace: how large, how used, on which plan; none of its numbers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            workspaces: {
                                slug: string;
                                name: string;
                                members: number;
                                rows: number;
                                plan: {
                                    /** @enum {string} */
                                    kind: "permanent" | "trial" | "expired" | "read_only";
                                    endsAt: string | null;
                                    daysLeft: number | null;
                                };
                                createdAt: string;
                                lastUsedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/workspaces/{slug}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend a trial, make a workspace permanent, read-only or writable again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        change: "extend";
                        days: number;
                    } | {
                        /** @enum {string} */
                        change: "make_permanent";
                    } | {
                        /** @enum {string} */
                        change: "make_read_only";
                    } | {
                        /** @enum {string} */
                        change: "make_writable";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            kind: "permanent" | "trial" | "expired" | "read_only";
                            endsAt: string | null;
                            daysLeft: number | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Backups: the last one, the last one that was verified, the schedule, and what to worry about */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            settings: {
                                folder: string | null;
                                lock: ("passphrase" | "recipient") | null;
                                everyHours: number;
                                keep: number;
                                /** @description 0: never by itself */
                                verifyDays: number;
                                canVerify: boolean;
                            };
                            lastBackup: {
                                id: string;
                                /** @enum {string} */
                                kind: "backup" | "verify";
                                /** @enum {string} */
                                startedBy: "schedule" | "person" | "command";
                                /** @enum {string} */
                                state: "running" | "done" | "failed";
                                startedAt: string;
                                finishedAt: string | null;
                                file: string;
                                bytes: number | null;
                                tables: number | null;
                                rows: number | null;
                                /** @enum {string} */
                                lock: "passphrase" | "recipient";
                                fault: string | null;
                            } | null;
                            lastVerified: {
                                id: string;
                                /** @enum {string} */
                                kind: "backup" | "verify";
                                /** @enum {string} */
                                startedBy: "schedule" | "person" | "command";
                                /** @enum {string} */
                                state: "running" | "done" | "failed";
                                startedAt: string;
                                finishedAt: string | null;
                                file: string;
                                bytes: number | null;
                                tables: number | null;
                                rows: number | null;
                                /** @enum {string} */
                                lock: "passphrase" | "recipient";
                                fault: string | null;
                            } | null;
                            nextBackupAt: string | null;
                            nextVerifyAt: string | null;
                            running: {
                                /** @enum {string} */
                                kind: "backup" | "verify";
                                startedAt: string;
                                /** @description Tables so far */
                                done: number;
                                tables: number | null;
                            } | null;
                            warnings: ("not_set_up" | "no_lock" | "none" | "old" | "last_failed" | "never_verified" | "verified_long_ago" | "cannot_verify")[];
                            runs: {
                                id: string;
                                /** @enum {string} */
                                kind: "backup" | "verify";
                                /** @enum {string} */
                                startedBy: "schedule" | "person" | "command";
                                /** @enum {string} */
                                state: "running" | "done" | "failed";
                                startedAt: string;
                                finishedAt: string | null;
                                file: string;
                                bytes: number | null;
                                tables: number | null;
                                rows: number | null;
                                /** @enum {string} */
                                lock: "passphrase" | "recipient";
                                fault: string | null;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Back up now; follow it by reading the overview */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            started: true;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/backups/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore the newest backup into a scratch store now and compare every table */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            started: true;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far one is in the guided tour of this workspace */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tour: {
                                step: number;
                                /** @enum {string} */
                                status: "open" | "dismissed" | "done";
                            } | null;
                        };
                    };
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Note how far one is */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        step: number;
                        /** @enum {string} */
                        status: "open" | "dismissed" | "done";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @enum {string} */
            code: "not_signed_in" | "wrong_credentials" | "wrong_code" | "second_factor_required" | "single_sign_on_required" | "provider_failed" | "not_allowed" | "workspace_expired" | "not_found" | "invalid_request" | "unknown_name" | "illegal_question" | "too_many_rows" | "question_too_large" | "question_timeout" | "body_too_large" | "unsupported_media_type" | "conflict" | "unreadable_file" | "import_rejected" | "import_cannot_be_undone" | "rate_limited" | "method_not_allowed" | "malformed_request" | "request_too_slow" | "header_too_large" | "asker_left" | "overloaded" | "starting_up" | "internal";
            details: {
                detail?: {
                    zh?: string;
                    en?: string;
                };
                place?: Record<string, never>;
                suggestions?: string[];
            }[];
            instance: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
